import { type Entry, entryTargets } from "../../journal/entry.ts";
import type { Aliases } from "../../journal/ledger/aliases.ts";
import type { LiveEntry } from "../../journal/ledger/liveEntry.ts";
import type { Fix } from "../../plan/assist/fix.ts";
import { withParts } from "../../plan/parts.ts";
import type { Item, Named, Plan } from "../../plan/plan.ts";
import type { PlanProblem } from "../../plan/planProblem.ts";
import type { Fact, FactOf } from "../../progress/review/reviewFact.ts";
import type { TextRange } from "../../util/textRange.ts";
import { redacted } from "./redaction.ts";

// The only place that decides what is private; all views, exports and APIs use it. What cannot be distinguished from something
// private counts as private.

/** A node of the plan, or a fact of a review. */
export interface MayBePrivate {
	readonly private?: boolean | undefined;
}

/** The context to look up IDs of the journal. */
export interface PrivacyContext {
	readonly plan: Plan;
	readonly aliases: Aliases;
}

/** Whether a node is hidden: in discreet mode everything private is. */
export function isHidden(node: MayBePrivate | undefined, { discreet }: { readonly discreet: boolean }): boolean {
	return discreet && node?.private === true;
}

/** Whether an ID, current or former, is private. Phases, stages, factors and risks have IDs too. */
export function isPrivateId(id: string, { plan, aliases }: PrivacyContext): boolean {
	const node = plan.byId.get(aliases.idOf(id) ?? "");
	return node ? node.private : privateLocalNodes(plan).some((each) => isCalled(each, id));
}

/** Whether an entry is about something private. */
export function isPrivateEntry(entry: Entry, context: PrivacyContext): boolean {
	// Only plan changes are about phases and the like, whose IDs other nodes may have as well.
	const isOfLocalNode = (id: string) =>
		entry.type === "plan" && isPrivateLocal(id, String(entry.name ?? ""), context.plan);
	return entryTargets(entry).some((id) => isPrivateId(id, context) || isOfLocalNode(id));
}

function isPrivateLocal(id: string, title: string, plan: Plan): boolean {
	return privateLocalNodes(plan).some((each) => isCalled(each, id) || isTitled(each, title));
}

/**
 * The facts of a review with current privacy. Facts that were private when the review was saved stay private; others
 * may have become private since.
 *
 * @param reviews saved reviews, to find the origin of a promise
 */
export function withPrivacyOfNow(
	facts: ReadonlyArray<Fact>,
	context: PrivacyContext,
	reviews: ReadonlyArray<LiveEntry<"review">>,
): ReadonlyArray<Fact> {
	return facts.map((fact) => (isPrivateNow(fact, context, reviews) ? ({ ...fact, private: true } as Fact) : fact));
}

/** Whether a fact may be shown to others. */
export function isPublicFact(fact: Fact): boolean {
	return !("private" in fact);
}

/**
 * Plan problems for discreet mode: their messages contain neither private titles nor IDs.
 *
 * @param words says whether discreet mode is on
 */
export function discreetProblems(
	problems: ReadonlyArray<PlanProblem>,
	plan: Plan,
	words: { readonly discreet: boolean },
): ReadonlyArray<PlanProblem> {
	if (!words.discreet) {
		return problems;
	}
	const isSecret = secretsIn(plan);
	return problems.map((problem) => ({
		...problem,
		args: problem.args.map((text) => (isSecret(text, problem.range) ? redacted : text)),
	}));
}

/**
 * A fix for discreet mode: its title contains neither private titles nor IDs.
 *
 * @param range of the problem
 * @param words see `discreetProblems`
 */
export function discreetFix(
	fix: Pick<Fix, "kind" | "args">,
	range: TextRange,
	plan: Plan,
	words: { readonly discreet: boolean },
): Pick<Fix, "kind" | "args"> {
	const isSecret = words.discreet ? secretsIn(plan) : () => false;
	// An ID that the fix derives from a private title reveals as much as the title.
	return fix.args.some((text) => isSecret(text, range)) ? { kind: fix.kind, args: fix.args.map(() => redacted) } : fix;
}

/** Whether a text that is found at a place of the plan is private. */
function secretsIn(plan: Plan): (text: string, at: TextRange) => boolean {
	const secrets = privateNodes(plan);
	const names = new Set(secrets.flatMap(({ id, title, formerly }) => [id, title, ...formerly]));
	return (text, { start, end }) =>
		secrets.some(({ range }) => range.start <= start && end <= range.end) ||
		// A dependency cycle names all its items.
		text.split(" → ").some((part) => names.has(part));
}

/** The plan without private nodes. Its own properties, such as the weekly target, are kept. */
export function withoutPrivate(plan: Plan): Plan {
	const shown = <T extends MayBePrivate>(nodes: ReadonlyArray<T>) => nodes.filter((node) => node.private !== true);
	const copies = new Map<Item, Item>();
	/** The same object as long as none of its parts is private, and always the same copy otherwise. */
	const withoutParts = (item: Item): Item => {
		if (!withParts(item.parts).some((part) => part.private)) {
			return item;
		}
		const copy = copies.get(item) ?? { ...item, parts: shown(item.parts).map(withoutParts) };
		copies.set(item, copy);
		return copy;
	};
	const shownItems = (items: ReadonlyArray<Item>) => shown(items).map(withoutParts);
	const withItems = <T extends { readonly items: ReadonlyArray<Item> }>(group: T): T => ({
		...group,
		items: shownItems(group.items),
	});
	return {
		...plan,
		measures: shown(plan.measures),
		phases: shown(plan.phases).map((phase) => ({ ...phase, areas: phase.areas.map(withItems) })),
		tracks: shown(plan.tracks).map((track) => ({ ...track, stages: shown(track.stages).map(withItems) })),
		targets: plan.targets.map(withItems),
		commitments: shown(plan.commitments).map((each) => ({ ...each, activities: shown(each.activities) })),
		checkpoints: shown(plan.checkpoints),
		leading: shownItems(plan.leading),
		lagging: shownItems(plan.lagging),
		factors: shown(plan.factors).map(withItems),
		risks: shown(plan.risks).map(withItems),
		advantages: shown(plan.advantages),
		items: shownItems(plan.items),
		byId: new Map([...plan.byId].filter(([, node]) => !node.private)),
	};
}

/** All private nodes with ranges. */
export function privateNodes(plan: Plan): ReadonlyArray<Named> {
	return [...plan.byId.values(), ...localNodesOf(plan)].filter((node) => node.private);
}

function isPrivateNow(fact: Fact, context: PrivacyContext, reviews: ReadonlyArray<LiveEntry<"review">>): boolean {
	switch (fact.fact) {
		case "period":
		case "week":
			return false;
		case "hours":
			return fact.id !== undefined && isPrivateId(fact.id, context);
		case "drive":
			return isPrivateId(fact.driver, context) || isPrivateId(fact.driven, context);
		case "stretch":
			return isPrivateStretch(fact, context);
		case "shift":
			return context.plan.phases.some((phase) => phase.private && isSame(phase, fact));
		case "amendment":
			return isPrivateAmendment(fact, context);
		case "risk":
			return context.plan.risks.some((risk) => risk.private && isSame(risk, fact));
		case "question":
			return isPrivateQuestion(fact, context);
		case "promise": {
			const { entry } = reviews.find((review) => review.entry.next?.some(({ id }) => id === fact.id)) ?? {};
			const about = [...(fact.on === undefined ? [] : [fact.on]), ...(entry ? [entry.checkpoint] : [])];
			return about.some((id) => isPrivateId(id, context));
		}
		default:
			return isPrivateId(fact.id, context);
	}
}

/** By what was changed, and by the places between which something was moved. */
function isPrivateAmendment({ on, title, field, was, now }: FactOf<"amendment">, context: PrivacyContext): boolean {
	const { plan } = context;
	const places = field === "place" ? [was ?? "", now ?? ""] : [];
	return (
		(on !== undefined && (isPrivateId(on, context) || isPrivateLocal(on, title, plan))) ||
		privateNodes(plan).some((node) => places.some((place) => isTitled(node, place)))
	);
}

function isPrivateStretch(fact: FactOf<"stretch">, context: PrivacyContext): boolean {
	const { plan } = context;
	const stretches = fact.track === undefined ? plan.phases : plan.tracks.flatMap(({ stages }) => stages);
	return (
		(fact.track !== undefined && isPrivateId(fact.track, context)) ||
		stretches.some((stretch) => stretch.private && isSame(stretch, fact))
	);
}

/** By checkpoint; in reviews that do not name it, by the checkpoints that ask it now. */
function isPrivateQuestion({ ask, checkpoint }: FactOf<"question">, context: PrivacyContext): boolean {
	if (checkpoint !== undefined) {
		return isPrivateId(checkpoint, context);
	}
	const asking = context.plan.checkpoints.filter(({ questions }) => questions.some((each) => each.ask === ask));
	return asking.length > 0 && asking.every((each) => each.private);
}

function isSame(node: Named, { id, title }: { readonly id?: string; readonly title: string }): boolean {
	return (id !== undefined && isCalled(node, id)) || isTitled(node, title);
}

function isCalled({ id, formerly }: Named, wanted: string): boolean {
	return id === wanted || formerly.includes(wanted);
}

function isTitled({ title }: Named, wanted: string): boolean {
	const plain = (text: string) => text.trim().toLowerCase();
	return plain(title) !== "" && plain(title) === plain(wanted);
}

/** Nodes that are rarely in the journal and not in `byId`. */
function localNodesOf({ phases, tracks, factors, risks }: Plan): ReadonlyArray<Named> {
	return [...phases, ...tracks.flatMap(({ stages }) => stages), ...factors, ...risks];
}

function privateLocalNodes(plan: Plan): ReadonlyArray<Named> {
	return localNodesOf(plan).filter((node) => node.private);
}
