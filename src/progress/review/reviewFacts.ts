import { formatDay, type Span } from "../../plan/day.ts";
import type { Snapshot } from "../assemble.ts";
import type { Occurrence } from "../checkpoints.ts";
import { type Fact, hiding } from "./facts.ts";
import { itemFacts } from "./itemFacts.ts";
import { checkpointFacts, stretchFacts } from "./lineFacts.ts";
import { openPromises } from "./openPromises.ts";
import { hoursFacts, trackFacts, weekFacts } from "./timeFacts.ts";

/**
 * All that a review shows of what was promised and what happened, as the snapshot knows it.
 *
 * @param snapshot of the last day of the period
 * @param period see {@link reviewPeriod}
 */
export function reviewFacts(snapshot: Snapshot, occurrence: Occurrence, period: Required<Span>): ReadonlyArray<Fact> {
	const { plan } = snapshot;
	const promises = openPromises(snapshot, occurrence).map(({ promise: { id, text, on, due }, review }): Fact => {
		const about = on === undefined ? undefined : plan.byId.get(snapshot.aliases.idOf(on) ?? on);
		const checkpoint = plan.byId.get(snapshot.aliases.idOf(review.entry.checkpoint) ?? "");
		return {
			fact: "promise",
			id,
			text,
			...(on === undefined ? {} : { on: about?.id ?? on }),
			...(due === undefined ? {} : { due }),
			title: checkpoint?.title ?? review.entry.checkpoint,
			day: formatDay(review.day),
			...hiding(about),
		};
	});
	const checkpoints = [occurrence, ...occurrence.replaced].map(({ checkpoint }) => checkpoint);
	const questions = checkpoints.flatMap((checkpoint) =>
		checkpoint.questions.map(
			({ ask, evidence }): Fact => ({ fact: "question", ask, evidence: [...evidence], ...hiding(checkpoint) }),
		),
	);
	const risks = snapshot.risks.map(
		({ risk, live }): Fact => ({
			fact: "risk",
			title: risk.title,
			...(risk.watch ? { live } : {}),
			mitigations: risk.items.map(({ id }) => id),
			...hiding(risk),
		}),
	);
	const named = new Set([
		...checkpoints.flatMap(({ questions: asked }) => asked.flatMap(({ evidence }) => evidence)),
		...plan.risks.flatMap(({ items }) => items.map(({ id }) => id)),
		...promises.flatMap((promise) => (promise.fact === "promise" && promise.on !== undefined ? [promise.on] : [])),
	]);
	const day = formatDay(occurrence.day);
	return [
		{ fact: "period", start: formatDay(period.start), end: formatDay(period.end - 1), due: day },
		...promises,
		...itemFacts(snapshot, occurrence, period, named),
		...hoursFacts(snapshot, period),
		...weekFacts(snapshot, period),
		...trackFacts(snapshot, period),
		...indicatorFacts(snapshot),
		...risks,
		...questions,
		...stretchFacts(plan),
		...checkpointFacts(snapshot),
	];
}

function indicatorFacts({ leading, lagging }: Snapshot): ReadonlyArray<Fact> {
	return [leading, lagging].flatMap((signals) =>
		signals.map(({ item, last, trend }): Fact => {
			const reading = typeof last?.reading === "string" ? undefined : last?.reading;
			return {
				fact: "indicator",
				id: item.id,
				title: item.title,
				leading: signals === leading,
				...(trend === undefined ? {} : { trend }),
				...(reading === undefined ? {} : { reading }),
				...(last === undefined ? {} : { day: formatDay(last.day) }),
				...(item.goal ? { goal: item.goal.text } : {}),
				...hiding(item),
			};
		}),
	);
}
