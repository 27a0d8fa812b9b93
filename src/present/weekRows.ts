import * as l10n from "@vscode/l10n";
import type { LiveEntry } from "../journal/liveEntry.ts";
import type { Span } from "../plan/day.ts";
import { quietWeeks } from "../progress/nudge.ts";
import type { CommitmentWeek, WeekReport } from "../progress/weekReport.ts";
import type { WeekState } from "../progress/weekState.ts";
import { EntryHints } from "./entryHints.ts";
import { noteText } from "./entryText.ts";
import type { Row, RowAction } from "./row.ts";
import { splitRows } from "./splitRows.ts";
import type { ViewSource } from "./viewSource.ts";
import { paceWords } from "./weekWords.ts";

/** The icon of each state; the shapes differ, not only the colours. */
const stateIcons: Readonly<Record<WeekState, { readonly icon: string; readonly color?: string }>> = {
	off: { icon: "coffee" },
	done: { icon: "pass-filled", color: "testing.iconPassed" },
	ahead: { icon: "arrow-up", color: "testing.iconPassed" },
	onPace: { icon: "arrow-right", color: "charts.blue" },
	behind: { icon: "arrow-down", color: "list.warningForeground" },
	outOfReach: { icon: "circle-slash" },
};

/** The rows of the view "This Week": the total, every commitment with its entries, other time, and the split by track. */
export function weekRows(source: ViewSource, report: WeekReport): ReadonlyArray<Row> {
	const rows = new WeekRows(source, report);
	return [
		...quietRow(source, report),
		rows.total(),
		...report.commitments.map((each) => rows.commitment(each)),
		...rows.other(),
		...splitRows(source, report.span),
	];
}

class WeekRows {
	private readonly hints: EntryHints;
	private readonly entries: ReadonlyMap<string, ReadonlyArray<LiveEntry<"time">>>;

	constructor(
		private readonly source: ViewSource,
		private readonly report: WeekReport,
	) {
		this.hints = new EntryHints(source.ledger, source);
		this.entries = entriesByTarget(source, report.span);
	}

	total(): Row {
		const { words, today } = this.source;
		const label = l10n.t("All commitments");
		const description = paceWords(this.report, words, this.isOver);
		const off = this.report.timeOff.map(({ why }) => (why === undefined ? l10n.t("time off") : words.plain(why)));
		const left =
			this.report.state === "behind" || this.report.state === "onPace"
				? [l10n.t("{0} days left", this.report.openDays)]
				: [];
		const isNow = this.report.span.start <= today && !this.isOver;
		const more = [...off, ...(isNow ? left : [])];
		return {
			id: "week:total",
			label,
			description: [description, ...more].join(" · "),
			accessibleName: [label, description, ...more].join(", "),
			...stateIcons[this.report.state],
			tooltip: () => [
				{ kind: "heading", text: label },
				{ kind: "text", text: [description, ...more].join(", ") },
				{ kind: "fact", name: l10n.t("Weeks kept"), text: this.kept() },
			],
		};
	}

	commitment(week: CommitmentWeek): Row {
		const { words } = this.source;
		const { commitment, state, activities } = week;
		const label = words.title(commitment);
		const description = paceWords(week, words, this.isOver);
		const ids = [commitment.id, ...activities.map(({ activity }) => activity.id)];
		return {
			id: `week:commitment:${commitment.id}`,
			label,
			description,
			accessibleName: [label, l10n.t("commitment"), description].join(", "),
			...stateIcons[state],
			range: commitment.range,
			...this.withEntries(ids, commitment.id),
			...loggable(commitment.id),
		};
	}

	/** Time on items, tracks and what the plan does not know. */
	other(): ReadonlyArray<Row> {
		const { words, plan } = this.source;
		if (this.report.other.length === 0) {
			return [];
		}
		const label = l10n.t("Besides the commitments");
		const minutes = this.report.other.reduce((sum, each) => sum + each.minutes, 0);
		const description = words.minutes(minutes);
		return [
			{
				id: "week:other",
				label,
				description,
				accessibleName: `${label}, ${description}`,
				icon: "more",
				open: false,
				children: () =>
					this.report.other.map(({ id, minutes: spent }): Row => {
						const node = plan.byId.get(id);
						const title = node ? words.title(node) : id;
						const time = words.minutes(spent);
						const orphan = node ? [] : [l10n.t("not in the plan")];
						return {
							id: `week:other:${id}`,
							label: title,
							description: [time, ...orphan].join(" · "),
							accessibleName: [title, time, ...orphan].join(", "),
							icon: node ? "clock" : "question",
							...(node ? { range: node.range, ...loggable(id) } : {}),
							...this.withEntries([id], id),
						};
					}),
			},
		];
	}

	/** "9 of the last 13, 30 of the last 52" */
	private kept(): string {
		const { of13, of52 } = this.source.snapshot.weeksKept;
		return l10n.t("{0} of the last {1}, {2} of the last {3}", of13.kept, of13.of, of52.kept, of52.of);
	}

	private get isOver(): boolean {
		return this.report.span.end <= this.source.today;
	}

	/** @param above the id that the row itself stands for; entries on another one say which */
	private withEntries(ids: ReadonlyArray<string>, above: string): Pick<Row, "open" | "children"> {
		const entries = ids.flatMap((id) => this.entries.get(id) ?? []).sort((a, b) => a.day - b.day);
		return entries.length === 0
			? {}
			: { open: false, children: () => entries.map((live) => entryRow(live, this.source, above, this.hints)) };
	}
}

/** After two quiet weeks an offer, in the current week only; no word about what was missed. */
function quietRow({ snapshot }: ViewSource, { span }: WeekReport): ReadonlyArray<Row> {
	const quiet = span.start === snapshot.week.span.start ? quietWeeks(snapshot) : undefined;
	if (!quiet) {
		return [];
	}
	const label = l10n.t("Welcome back");
	const description = l10n.t("take time off, plan a smaller week, or fill in what was done");
	return [
		{
			id: "week:quiet",
			label,
			description,
			accessibleName: `${label}: ${description}`,
			icon: "coffee",
			command: { id: "waymark.quietWeeks", args: [] },
		},
	];
}

/** What can be done with something that takes time. */
function loggable(target: string): { readonly target: string; readonly can: ReadonlyArray<RowAction> } {
	return { target, can: ["logTime", "startTimer", "openPlan"] };
}

/** The entries on time of some days, by the id that their subject has now; an orphan keeps its own. */
function entriesByTarget({ ledger, aliases }: ViewSource, span: Span) {
	const found = new Map<string, Array<LiveEntry<"time">>>();
	for (const live of ledger.between(span)) {
		if (live.entry.type === "time") {
			const id = aliases.idOf(live.entry.on) ?? live.entry.on;
			const list = found.get(id) ?? [];
			found.set(id, list);
			list.push(live as LiveEntry<"time">);
		}
	}
	return found;
}

/** @param above the id that the row above stands for: an entry on a part of it says which part */
function entryRow(live: LiveEntry<"time">, source: ViewSource, above: string, hints: EntryHints): Row {
	const { words, plan, aliases } = source;
	const { entry, day } = live;
	const label = `${words.dayInWeek(day)}: ${words.minutes(Math.max(0, entry.minutes))}`;
	const part = plan.byId.get(aliases.idOf(entry.on) ?? "");
	const title = part && part.id !== above ? words.title(part) : undefined;
	const note = noteText(entry, source);
	const description = [title, ...hints.of(live), note].filter(Boolean).join(" · ");
	return {
		id: `entry:${live.root}`,
		label,
		...(description === "" ? {} : { description }),
		accessibleName: [label, description].filter(Boolean).join(", "),
		icon: "clock",
		can: ["correctEntry"],
		command: { id: "waymark.correctEntry", args: [entry.id] },
	};
}
