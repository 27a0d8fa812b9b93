/** The names of the language model tools in package.json. */
export const modelToolNames = [
	"get_roadmap_status",
	"get_roadmap_forecasts",
	"get_roadmap_inbox",
	"log_roadmap_time",
	"suggest_roadmap_repairs",
] as const;

export type ModelToolName = (typeof modelToolNames)[number];
