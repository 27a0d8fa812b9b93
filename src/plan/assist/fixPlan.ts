import { formatDay } from "../day.ts";
import { removeItem } from "../edit/removeItem.ts";
import { setKey } from "../edit/setKey.ts";
import { setStart } from "../edit/setStart.ts";
import { slug } from "../ids.ts";
import { parsePeriod } from "../period.ts";
import type { Problem, TextRange } from "../problem.ts";
import { nodeAt, spotAt, valueIn } from "../spot.ts";
import { rangeOf } from "../syntax.ts";
import { type Draft, draft } from "./fix.ts";
import { type FixContext, rewrite, textAt } from "./fixContext.ts";
import { fixHours, fixShares } from "./fixSums.ts";

/** Fixes of what does not fit together: several ways where there are several, the likeliest first. */
export function fixPlan(context: FixContext, { code, range, args }: Problem): ReadonlyArray<Draft> {
	const { text, today } = context;
	const [first = ""] = args;
	switch (code) {
		case "derived-id":
			return givenIds(context, first);
		case "missing-title":
			return titled(context, range);
		case "missing":
			return added(context, range.start, first);
		case "missing-start":
			return [draft("set-start", [formatDay(today)], setStart(text, formatDay(today)))];
		case "before-start":
			return earlier(context, range);
		case "shares-sum":
			return fixShares(context);
		case "hours-sum":
			return fixHours(context);
		case "from-beyond-goal":
			return removed(context, range, "from");
		case "checkpoint-twice":
			return [...removed(context, range, "when"), ...removed(context, range, "every")];
		case "checkpoint-never":
			return [...added(context, range.start, "every"), ...added(context, range.start, "when")];
		case "needs-cycle":
			return notNeeded(context, range, first.split(" → ")[0] ?? "");
		default:
			return [];
	}
}

/** One for each node whose title makes the id. */
function givenIds({ text, plan }: FixContext, id: string): ReadonlyArray<Draft> {
	const alike = [...(plan?.byId.values() ?? [])].filter((node) => !node.idWritten && slug(node.title) === id);
	return alike.map(({ title, range }) => draft("give-id", [id, title], setKey(text, range.start, "id", id)));
}

/** A title made of the id, to be worded better later. */
function titled({ text, root }: FixContext, { start }: TextRange): ReadonlyArray<Draft> {
	const id = root && valueIn(nodeAt(root, start), start, "id")?.node;
	if (id?.kind !== "text") {
		return [];
	}
	const words = id.value.replaceAll("-", " ");
	const title = words.charAt(0).toLocaleUpperCase() + words.slice(1);
	return [draft("add-key", ["title", title], setKey(text, start, "title", title))];
}

function added({ text, today }: FixContext, mapAt: number, key: string): ReadonlyArray<Draft> {
	const values: { readonly [key: string]: string } = {
		on: formatDay(today),
		at: formatDay(today),
		by: "1 month",
		for: "4 weeks",
		hours: "below 60%",
		every: "6 months",
		when: "year 1",
	};
	const value = Object.hasOwn(values, key) ? values[key] : undefined;
	return value === undefined ? [] : [draft("add-key", [key, value], setKey(text, mapAt, key, value))];
}

/** Takes a key out of the map that holds the text at a range. */
function removed({ text, root }: FixContext, range: TextRange, key: string): ReadonlyArray<Draft> {
	const step = root && spotAt(root, range.start).path.at(-1);
	return step ? [draft("remove-key", [key], setKey(text, step.start, key, undefined))] : [];
}

/** A period that ends before the plan starts: mostly its year is a wrong one, or the plan began earlier. */
function earlier(context: FixContext, range: TextRange): ReadonlyArray<Draft> {
	const { plan, text } = context;
	const value = textAt(context, range)?.found.node.value ?? "";
	const period = parsePeriod(value);
	if (typeof period === "string" || period.stretch.kind !== "calendar" || plan?.start === undefined) {
		return [];
	}
	let later = value;
	for (let years = 1; years <= 100; years++) {
		later = value.replace(/\b\d{4}\b/g, (year) => String(Number(year) + years));
		const moved = parsePeriod(later);
		if (typeof moved === "object" && moved.stretch.kind === "calendar" && (moved.stretch.end ?? 0) > plan.start) {
			break;
		}
	}
	const day = formatDay(period.stretch.start);
	return [draft("write", [later], rewrite(context, range, later)), draft("set-start", [day], setStart(text, day))];
}

/** Takes an id out of the needs that stand at a range. */
function notNeeded({ text, root, plan }: FixContext, range: TextRange, id: string): ReadonlyArray<Draft> {
	const list = root && spotAt(root, range.start);
	const step = list?.path.findLast((each) => each.node.kind === "list" && each.start === range.start);
	const node = step?.node ?? list?.value.node;
	if (node?.kind !== "list") {
		return [];
	}
	const index = node.items.findIndex(({ edge }) => edge?.node.kind === "text" && edge.node.value === id);
	const holder = plan?.items.find(
		(item) => item.range.start <= range.start && rangeOf(node, range.start).end <= item.range.end,
	);
	return [draft("drop-need", [id, holder?.title ?? ""], removeItem(text, range.start, index))];
}
