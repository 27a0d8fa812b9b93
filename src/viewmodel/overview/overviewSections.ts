import * as l10n from "@vscode/l10n";
import type { LiveEntry } from "../../journal/ledger/liveEntry.ts";
import type { LineState } from "../../review/reviewPageModel.ts";
import { parseDay } from "../../time/day.ts";
import { mixedRows } from "../rows/dueRows.ts";
import type { Row } from "../rows/row.ts";
import { weekRows } from "../rows/weekRows.ts";
import type { Formatter } from "../text/formatter.ts";
import { isHidden, isPrivateEntry, isPrivateId, type PrivacyContext } from "../text/privacy.ts";
import type { ViewSource } from "../text/viewSource.ts";
import type { OverviewLine, OverviewSection } from "./overviewPageModel.ts";

/** How far back wins are listed, in days, and how many. */
const winDays = 90;
const mostWins = 8;
const mostDue = 12;

/** What the sections are made of. */
export interface SectionSource {
	/** Without what may not be shown. */
	readonly source: ViewSource;
	/** The whole plan, to find out what is private. */
	readonly privacy: PrivacyContext;
	/** Whether private entries are left out. */
	readonly leavesOutPrivate: boolean;
}

/** The hours of this week by commitment, and its habits. */
export function weekSection({ source, leavesOutPrivate }: SectionSource): OverviewSection {
	const { snapshot, plan, formatter } = source;
	// Other time may be about private nodes, which the plan without them doesn't know.
	const rows = weekRows(source, snapshot.week).filter(
		({ id }) => /^week:(?:commitment|habit):/.test(id) || (id === "week:total" && !leavesOutPrivate),
	);
	const isEmpty = plan.commitments.length === 0 && snapshot.week.total === 0 && snapshot.habits.length === 0;
	return {
		title: `${l10n.t("This Week")} · ${formatter.dates(snapshot.week.span)}`,
		lines: isEmpty ? [] : rows.flatMap(lineOf),
		empty: l10n.t("The plan has no commitments. Add `commitments` with hours to see how the week goes."),
	};
}

/** What is overdue, and what is due soon. */
export function dueSection({ source }: SectionSource): OverviewSection {
	const { snapshot, plan } = source;
	const reviews = snapshot.checkpoints.filter(({ state }) => state === "due" || state === "overdue");
	const dueOf = (id: string) => snapshot.progress.get(id)?.due ?? Number.POSITIVE_INFINITY;
	const items = plan.items
		.filter((item) => {
			const { state, dueSoon } = snapshot.progressOf(item);
			return state === "overdue" || dueSoon;
		})
		.toSorted((a, b) => dueOf(a.id) - dueOf(b.id));
	const shown = items.slice(0, mostDue);
	const lines = mixedRows({ reviews, items: shown }, "due", source).flatMap(lineOf);
	const stateOf = ({ key = "" }: OverviewLine): LineState =>
		snapshot.progress.get(key.replace(/^item:/, ""))?.state ??
		(reviews.some(({ checkpoint, state }) => key === `review:${checkpoint.id}` && state === "overdue")
			? "overdue"
			: "open");
	const rest = items.length - shown.length;
	return {
		title: l10n.t("Due and overdue"),
		lines: [
			...lines.map((line) => ({ ...line, state: stateOf(line) })),
			...(rest > 0 ? [{ text: l10n.t("{0} more", rest), facts: [] }] : []),
		],
		empty: l10n.t("Nothing is overdue or due within four weeks."),
	};
}

/** The wins of the last three months, the newest first. */
export function winsSection({ source, privacy, leavesOutPrivate }: SectionSource): OverviewSection {
	const { ledger, today, formatter } = source;
	const wins = ledger
		.between({ start: today - winDays, end: today + 1 })
		.filter((live): live is LiveEntry<"note"> => live.entry.type === "note")
		.filter(({ entry }) => !leavesOutPrivate || !isPrivateEntry(entry, privacy))
		.toReversed()
		.slice(0, mostWins);
	return {
		title: l10n.t("Recent wins"),
		lines: wins.map(({ entry: { text, amount }, day }) => ({
			text: formatter.plain(text),
			facts: [formatter.date(day), ...(amount === undefined || formatter.discreet ? [] : [formatter.amount(amount)])],
		})),
		empty: l10n.t("No wins in the last three months. Note a Win records one."),
	};
}

/** The promises of the last review, with the state of their items. */
export function promisesSection({ source, privacy, leavesOutPrivate }: SectionSource): OverviewSection {
	const { snapshot, formatter } = source;
	const review = snapshot.reviews.at(-1);
	const isPrivate = (id: string | undefined) => id !== undefined && leavesOutPrivate && isPrivateId(id, privacy);
	const promises = review && !isPrivate(review.entry.checkpoint) ? (review.entry.next ?? []) : [];
	return {
		title: l10n.t("Promises of the last review"),
		lines: promises
			.filter(({ on }) => !isPrivate(on))
			.map(({ text, on, due }): OverviewLine => {
				const item = on === undefined ? undefined : snapshot.items.get(snapshot.aliases.idOf(on) ?? "");
				const isSeen = item !== undefined && !isHidden(item, formatter);
				return {
					text: formatter.plain(text),
					facts: [
						...(due === undefined ? [] : [l10n.t("due {0}", dayText(due, formatter))]),
						...(isSeen ? [formatter.title(item)] : []),
					],
					...(isSeen ? { key: `item:${item.id}`, state: snapshot.progressOf(item).state } : {}),
				};
			}),
		empty: l10n.t("No promises yet. A review asks for them at its end."),
	};
}

function dayText(due: string, formatter: Formatter): string {
	const day = parseDay(due);
	return day === undefined ? formatter.plain(due) : formatter.date(day);
}

/** A row of a view as a line; placeholders of hidden nodes have none. */
function lineOf({ label, description, target, id, icon }: Row): ReadonlyArray<OverviewLine> {
	if (icon === "lock") {
		return [];
	}
	const key = id.includes("review:") ? `review:${target}` : `item:${target}`;
	return [
		{
			...(target === undefined ? {} : { key }),
			text: label,
			facts: description === undefined ? [] : description.split(" · "),
		},
	];
}
