import type { PlanDraft } from "./proposal.ts";

type DraftPath = ReadonlyArray<string | number>;

/** The lines of the source that a draft and all in it come from. */
export function linesOfDraft(draft: PlanDraft): ReadonlyArray<number> {
	const lines: Array<number> = [];
	collectLines(draft, lines);
	return lines;
}

function collectLines(draft: PlanDraft, lines: Array<number>): void {
	if (draft.kind === "list") {
		for (const item of draft.items) {
			collectLines(item, lines);
		}
		return;
	}
	if (draft.line !== undefined) {
		lines.push(draft.line);
	}
	if (draft.kind === "map") {
		for (const [, value] of draft.entries) {
			collectLines(value, lines);
		}
	}
}

/** The draft at a path. */
export function draftAt(draft: PlanDraft, path: DraftPath): PlanDraft | undefined {
	let at: PlanDraft | undefined = draft;
	for (const step of path) {
		if (at?.kind === "map") {
			at = at.entries.find(([key]) => key === step)?.[1];
		} else {
			at = at?.kind === "list" ? at.items[Number(step)] : undefined;
		}
	}
	return at;
}

/** A draft in which that at a path is another one; without one it is removed, and so are collections with nothing left. */
export function replaceDraft(draft: PlanDraft, path: DraftPath, by: PlanDraft | undefined): PlanDraft | undefined {
	const [step, ...rest] = path;
	if (step === undefined) {
		return by;
	}
	if (draft.kind === "list") {
		const items = draft.items.flatMap((each, at) => (at === step ? (replaceDraft(each, rest, by) ?? []) : [each]));
		return items.length === 0 ? undefined : { kind: "list", items };
	}
	if (draft.kind !== "map") {
		return draft;
	}
	const entries = draft.entries.flatMap(([key, value]) => {
		const next = key === step ? replaceDraft(value, rest, by) : value;
		return next ? [[key, next] as const] : [];
	});
	return entries.length === 0 ? undefined : { ...draft, entries };
}

const relative = /^(?:by |through |from )?(?:week|month|quarter|year)s? \d/;

/** Whether something in a plan counts from day one: a month 5, or a review every 6 months. */
export function countsFromStart(draft: PlanDraft): boolean {
	if (draft.kind === "list") {
		return draft.items.some(countsFromStart);
	}
	return (
		draft.kind === "map" &&
		draft.entries.some(
			([key, value]) =>
				key === "every" ||
				relative.test(key) ||
				(key === "when" && value.kind === "text" && relative.test(value.text)) ||
				countsFromStart(value),
		)
	);
}

/** The first day of the dated periods in a plan, as YYYY-MM-DD; undefined without any. */
export function firstDate(draft: PlanDraft): string | undefined {
	const dates: Array<string> = [];
	const collect = (each: PlanDraft): void => {
		if (each.kind === "list") {
			each.items.forEach(collect);
		}
		for (const [key, value] of each.kind === "map" ? each.entries : []) {
			const period = key === "when" && value.kind === "text" ? value.text : key;
			dates.push(...(/^(?:by |from |through )?(\d{4}-\d{2}-\d{2})/.exec(period)?.slice(1) ?? []));
			collect(value);
		}
	};
	collect(draft);
	return dates.sort()[0];
}

/** A plan with its day one, in front of what counts from it. */
export function withStart(plan: PlanDraft, start: string): PlanDraft {
	if (plan.kind !== "map") {
		return plan;
	}
	const before = plan.entries.filter(([key]) => ["title", "goal", "about"].includes(key));
	const behind = plan.entries.filter((entry) => !before.includes(entry));
	return { ...plan, entries: [...before, ["start", { kind: "text", text: start }], ...behind] };
}

/** A plan with its first items only. @param most how many texts it may have */
export function trimDraft(
	plan: PlanDraft,
	most: number,
): { readonly draft: PlanDraft; readonly dropped: ReadonlyArray<number> } {
	let left = most;
	const trim = (draft: PlanDraft): PlanDraft | undefined => {
		if (left <= 0) {
			return undefined;
		}
		switch (draft.kind) {
			case "text":
				left--;
				return draft;
			case "list": {
				const items = draft.items.flatMap((each) => trim(each) ?? []);
				return items.length === 0 ? undefined : { kind: "list", items };
			}
			case "map": {
				const entries = draft.entries.flatMap(([key, value]) => {
					const kept = trim(value);
					return kept ? [[key, kept] as const] : [];
				});
				return entries.length === 0 ? undefined : { ...draft, entries };
			}
		}
	};
	const draft = trim(plan) ?? { kind: "map", entries: [] };
	const kept = new Set(linesOfDraft(draft));
	return { draft, dropped: linesOfDraft(plan).filter((line) => !kept.has(line)) };
}
