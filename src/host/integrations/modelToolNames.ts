/** The names of the language model tools in package.json. */
export const modelToolNames = [
	"get_roadmap_status",
	"suggest_roadmap_repairs",
	"get_roadmap_forecasts",
	"get_roadmap_inbox",
	"log_roadmap_time",
] as const;

export type ModelToolName = (typeof modelToolNames)[number];
