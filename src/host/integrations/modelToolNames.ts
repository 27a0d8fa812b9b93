/** The names of the language model tools in package.json. */
export const modelToolNames = ["get_roadmap_status", "log_roadmap_time"] as const;

export type ModelToolName = (typeof modelToolNames)[number];
