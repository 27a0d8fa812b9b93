import { formatDay, type Span } from "../../time/day.ts";
import type { Snapshot } from "../assembleSnapshot.ts";
import type { ReviewOccurrence } from "../reviewOccurrences.ts";
import { itemFacts } from "./itemFacts.ts";
import { openPromises } from "./openPromises.ts";
import { checkpointFacts, phaseFacts } from "./planFacts.ts";
import { type Fact, privacyField, writtenId } from "./reviewFact.ts";
import { habitFacts, hoursFacts, trackFacts, weekFacts } from "./timeFacts.ts";

/**
 * All facts that a review shows about plan and progress, from a snapshot.
 *
 * @param snapshot of the last day of the period
 * @param period see {@link reviewPeriod}
 */
export function reviewFacts(
	snapshot: Snapshot,
	occurrence: ReviewOccurrence,
	period: Required<Span>,
): ReadonlyArray<Fact> {
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
			...privacyField(about, checkpoint),
		};
	});
	const checkpoints = [occurrence, ...occurrence.replaced].map(({ checkpoint }) => checkpoint);
	const questions = checkpoints.flatMap((checkpoint) =>
		checkpoint.questions.map(
			({ ask, evidence }): Fact => ({
				fact: "question",
				ask,
				checkpoint: checkpoint.id,
				evidence: [...evidence],
				...privacyField(checkpoint),
			}),
		),
	);
	const risks = snapshot.risks.map(
		({ risk, live }): Fact => ({
			fact: "risk",
			...writtenId(risk),
			title: risk.title,
			...(risk.watch ? { live } : {}),
			mitigations: risk.items.map(({ id }) => id),
			...privacyField(risk),
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
		...habitFacts(snapshot, period),
		...weekFacts(snapshot, period),
		...trackFacts(snapshot, period),
		...indicatorFacts(snapshot),
		...driveFacts(snapshot),
		...risks,
		...questions,
		...phaseFacts(plan),
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
				...privacyField(item),
			};
		}),
	);
}

function driveFacts({ drives }: Snapshot): ReadonlyArray<Fact> {
	return drives.flatMap(({ driver, driven, counts }): ReadonlyArray<Fact> => {
		const found = counts();
		const ids = { driver: driver.id, driven: driven.id, title: driver.title, drivenTitle: driven.title };
		const falls = found?.direction === -1 ? { falls: true as const } : {};
		return found
			? [
					{
						fact: "drive",
						...ids,
						...falls,
						ahead: { ...found.ahead },
						others: { ...found.others },
						...privacyField(driver, driven),
					},
				]
			: [];
	});
}
