/** Keys of other formats, by the key with the same meaning in this one; of several, the first known one. */
const synonyms: { readonly [known: string]: ReadonlyArray<string> } = {
	title: ["name", "label", "heading", "objective", "标题", "名称"],
	start: ["start_date", "starts", "begin", "beginning", "startdatum", "beginn", "开始", "开始日期"],
	when: [
		...["due", "due_date", "deadline", "end", "end_date", "ends", "by", "date", "dates", "period", "timeframe"],
		...["duration", "length", "timeline", "target_date", "finish"],
		...["wann", "termin", "frist", "datum", "dauer", "zeitraum", "时间", "截止", "日期", "时长"],
	],
	goal: ["target", "target_value", "objective", "amount", "ziel", "目标"],
	link: ["url", "links", "href", "website", "urls", "链接"],
	note: ["description", "details", "comment", "comments", "notes", "text", "notiz", "备注"],
	focus: ["theme", "summary"],
	needs: ["depends_on", "depends", "after", "requires", "blocked_by", "prerequisites", "dependencies"],
	drives: ["leads_to", "influences", "affects", "impacts", "moves"],
	times: ["count", "frequency", "per_week", "times_per_week", "sessions"],
	days: ["weekdays", "day", "on_days"],
	hours: ["hours_per_week", "time"],
	from: ["start_value", "baseline", "starting", "initial"],
	optional: ["stretch", "nice_to_have"],
	phases: [
		...["milestones", "releases", "versions", "stages", "semesters", "terms", "sprints", "chapters"],
		...["phasen", "meilensteine", "阶段", "里程碑"],
	],
	outcomes: [
		...["items", "tasks", "subtasks", "steps", "goals", "milestones", "targets", "deliverables", "results"],
		...["key_results", "checklist", "courses", "modules", "features", "topics", "todo", "todos"],
		...["ergebnisse", "ziele", "aufgaben", "成果", "目标", "任务"],
	],
	targets: ["goals", "objectives", "items", "outcomes", "okrs", "milestones", "quarters", "years", "ziele", "目标"],
	commitments: ["habits", "routines", "weekly", "gewohnheiten", "习惯"],
	checkpoints: ["reviews", "check_ins", "checkins", "rückblicke", "回顾"],
	activities: ["items", "tasks", "steps", "parts"],
	milestones: ["items", "tasks", "steps", "outcomes"],
	practices: ["items", "tasks", "steps"],
	mitigations: ["items", "tasks", "steps"],
	parts: [
		...["items", "subtasks", "sub_tasks", "steps", "key_results", "tasks", "children", "checklist", "milestones"],
		...["teile", "schritte", "aufgaben", "步骤"],
	],
};

/** Keys for progress, which belongs into the journal. */
const logged: ReadonlySet<string> = new Set([
	"status",
	"state",
	"done",
	"completed",
	"complete",
	"progress",
	"percent",
	"current",
	"value",
	"actual",
	"so_far",
]);

/** Keys without an equivalent in this format. */
const notes: ReadonlySet<string> = new Set([
	"priority",
	"goal",
	"owner",
	"owners",
	"assignee",
	"responsible",
	"tags",
	"labels",
	"effort",
	"estimate",
	"category",
	"age",
	"fiscal_year",
	"if",
	"then",
	"else",
	"likelihood",
	"probability",
	"confidence",
	"impact",
	"reward",
	"why",
	"reason",
]);

/** The equivalent of a key of another format: a known key with the same meaning, or the reason why there is none. */
export type ForeignKey = { readonly kind: "synonym"; readonly key: string } | { readonly kind: "logged" | "note" };

/** Finds the equivalent of a key of another format. @param known the keys of its map */
export function foreignKey(key: string, known: ReadonlyArray<string>): ForeignKey | undefined {
	const plain = key.toLowerCase().replace(/[\s-]+/g, "_");
	const same = known.find((each) => Object.hasOwn(synonyms, each) && synonyms[each]?.includes(plain));
	if (same !== undefined) {
		return { kind: "synonym", key: same };
	}
	// Only an item can be done; elsewhere it is a key without an equivalent.
	if (logged.has(plain)) {
		return { kind: "logged" };
	}
	return notes.has(plain) ? { kind: "note" } : undefined;
}
