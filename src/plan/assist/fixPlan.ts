import { formatDay } from "../../time/day.ts";
import { parsePeriod } from "../../time/period.ts";
import type { TextRange } from "../../util/textRange.ts";
import { slug } from "../assignIds.ts";
import { removeItem } from "../edit/removeItem.ts";
import { setKey } from "../edit/setKey.ts";
import { setStart } from "../edit/setStart.ts";
import type { PlanProblem } from "../planProblem.ts";
import { nodeAt, pathAt, valueOfKey } from "../syntax/syntaxPath.ts";
import { type FixDraft, fixDraft } from "./fix.ts";
import { type FixContext, rewrite, textAt } from "./fixContext.ts";
import { fixHours, fixShares } from "./fixSums.ts";

/** Fixes of inconsistencies, the likeliest first. */
export function fixPlan(context: FixContext, { code, range, args }: PlanProblem): ReadonlyArray<FixDraft> {
	const { text, today } = context;
	const [first = ""] = args;
	switch (code) {
		case "derived-id":
			return givenIds(context, first);
		case "unknown-id":
			return [...givenIds(context, first), ...itemsOf(context, range, first)];
		case "missing-title":
			return titled(context, range);
		case "missing":
			return added(context, range.start, first);
		case "missing-start":
			return [fixDraft("set-start", [formatDay(today)], setStart(text, formatDay(today)))];
		case "before-start":
			return earlier(context, range);
		case "shares-sum":
			return fixShares(context);
		case "hours-sum":
			return fixHours(context);
		case "checkpoint-twice":
			return [...removed(context, range, "when"), ...removed(context, range, "every")];
		case "checkpoint-never":
			return [...added(context, range.start, "every"), ...added(context, range.start, "when")];
		case "needs-cycle":
			return notNeeded(context, range, first.split(" → ")[0] ?? "");
		case "needs-optional":
			return [...notOptional(context, first), ...notNeeded(context, range, first)];
		case "drives-itself":
			return notDriven(context, range, first);
		default:
			return [];
	}
}

/** One fix for each node with this derived ID. */
function givenIds({ text, plan }: FixContext, id: string): ReadonlyArray<FixDraft> {
	const alike = [...(plan?.byId.values() ?? [])].filter((node) => !node.idWritten && slug(node.title) === id);
	return alike.map(({ title, range }) => fixDraft("give-id", [id, title], setKey(text, range.start, "id", id)));
}

/** The ID of a measure where that of an item is wanted: one fix for each item with that measure, which gets an ID if it has none. */
function itemsOf(context: FixContext, range: TextRange, measure: string): ReadonlyArray<FixDraft> {
	const { text, plan } = context;
	return (plan?.items ?? [])
		.filter(({ of }) => of === measure)
		.map(({ id, idWritten, title, range: item }, at) => {
			const own = idWritten ? id : `${measure}-goal${at === 0 ? "" : `-${at + 1}`}`;
			const needed = rewrite(context, range, own);
			const given = idWritten ? [] : setKey(text, item.start, "id", own);
			const edits = typeof given === "string" || typeof needed === "string" ? "not-found" : [...given, ...needed];
			return idWritten ? fixDraft("write", [own], edits) : fixDraft("give-id", [own, title], edits);
		});
}

/** Adds a title derived from the ID, to be edited later. */
function titled({ text, root }: FixContext, { start }: TextRange): ReadonlyArray<FixDraft> {
	const id = root && valueOfKey(nodeAt(root, start), "id");
	if (id?.kind !== "text") {
		return [];
	}
	const words = id.value.replaceAll("-", " ");
	const title = words.charAt(0).toLocaleUpperCase() + words.slice(1);
	return [fixDraft("add-key", ["title", title], setKey(text, start, "title", title))];
}

function added({ text, today, plan }: FixContext, mapAt: number, key: string): ReadonlyArray<FixDraft> {
	const values: { readonly [key: string]: string } = {
		on: formatDay(today),
		at: formatDay(today),
		by: "1 month",
		for: "4 weeks",
		hours: "below 60%",
		every: "6 months",
		when: plan?.start === undefined ? formatDay(today).slice(0, 4) : "year 1",
	};
	const value = Object.hasOwn(values, key) ? values[key] : undefined;
	return value === undefined ? [] : [fixDraft("add-key", [key, value], setKey(text, mapAt, key, value))];
}

/** Removes a key from the map that contains the range. */
function removed({ text, root }: FixContext, range: TextRange, key: string): ReadonlyArray<FixDraft> {
	const step = root && pathAt(root, range.start).path.at(-1);
	return step ? [fixDraft("remove-key", [key], setKey(text, step.node.start, key, undefined))] : [];
}

/** A period that ends before the plan starts: usually its year is wrong, or the plan began earlier. */
function earlier(context: FixContext, range: TextRange): ReadonlyArray<FixDraft> {
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
	return [
		fixDraft("write", [later], rewrite(context, range, later)),
		fixDraft("set-start", [day], setStart(text, day)),
	];
}

/** Removes the `optional` of an item. */
function notOptional({ text, plan }: FixContext, id: string): ReadonlyArray<FixDraft> {
	const item = plan?.items.find((each) => each.id === id);
	return item ? [fixDraft("remove-key", ["optional"], setKey(text, item.range.start, "optional", undefined))] : [];
}

/** Removes an ID from the needs at a range, that of the list or of the ID. */
function notNeeded({ text, root, plan }: FixContext, range: TextRange, id: string): ReadonlyArray<FixDraft> {
	const list = root && pathAt(root, range.start);
	const step =
		list?.path.findLast((each) => each.node.kind === "list" && each.node.start === range.start) ??
		(list?.path.at(-1)?.node.kind === "list" ? list.path.at(-1) : undefined);
	const node = step?.node ?? list?.value;
	if (node?.kind !== "list") {
		return [];
	}
	const index = node.items.findIndex(({ child }) => child?.node.kind === "text" && child.node.value === id);
	const holder = plan?.items.find((item) => item.range.start <= range.start && node.end <= item.range.end);
	return [fixDraft("drop-need", [id, holder?.title ?? ""], removeItem(text, node.start, index))];
}

/** Removes an ID from the list around it. An ID without a list is the whole value. */
function notDriven({ text, root }: FixContext, range: TextRange, id: string): ReadonlyArray<FixDraft> {
	const node = root && pathAt(root, range.start).path.at(-1)?.node;
	if (node?.kind === "map") {
		return [fixDraft("drop-drive", [id], setKey(text, node.start, "drives", undefined))];
	}
	const index = node?.kind === "list" ? node.items.findIndex(({ child }) => child?.node.start === range.start) : -1;
	return node && index >= 0 ? [fixDraft("drop-drive", [id], removeItem(text, node.start, index))] : [];
}
