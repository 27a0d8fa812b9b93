import * as l10n from "@vscode/l10n";
import type { EntryOf } from "../../journal/entry.ts";
import type { LiveEntry } from "../../journal/ledger/liveEntry.ts";
import { withParts } from "../../plan/parts.ts";
import { findQuietWeeks } from "../../progress/nudge.ts";
import type { HabitWeek } from "../../progress/week/habitWeek.ts";
import type { CommitmentWeek, Pace, WeekReport } from "../../progress/week/weekReport.ts";
import type { WeekState } from "../../progress/week/weekState.ts";
import { weekNotes } from "../../progress/weekEnd.ts";
import type { Span } from "../../time/day.ts";
import { plural } from "../../util/plural.ts";
import { EntryHints } from "../journal/entryHints.ts";
import { entryIcons, loggedText, noteText } from "../text/entryText.ts";
import { habitCountText, habitFigureText, habitsDoneText } from "../text/habits/habitText.ts";
import { isHidden } from "../text/privacy.ts";
import type { ViewSource } from "../text/viewSource.ts";
import { weekFigureText, weekPaceText, weekStateText } from "../text/weekText.ts";
import { dueRows } from "./dueRows.ts";
import { focusRows } from "./focus/focusRows.ts";
import { habitRow } from "./habits/habitRow.ts";
import { hiddenRow } from "./hiddenRow.ts";
import type { Row, RowAction } from "./row.ts";
import { splitRows } from "./splitRows.ts";
import { withTimer } from "./timerRow.ts";

/** The icon of each state; shapes differ, not only colors. */
const stateIcons: Readonly<Record<WeekState, { readonly icon: string; readonly color?: string }>> = {
	off: { icon: "coffee" },
	done: { icon: "pass-filled", color: "charts.green" },
	ahead: { icon: "arrow-up", color: "charts.green" },
	onPace: { icon: "arrow-right", color: "charts.blue" },
	behind: { icon: "arrow-down", color: "list.warningForeground" },
	outOfReach: { icon: "circle-slash" },
};

/**
 * The rows of the This Week view: what to focus on, the total, every commitment with its entries, habits, other time, and the split by track. A
 * week to come lists what is due in it instead of the time.
 */
export function weekRows(source: ViewSource, report: WeekReport): ReadonlyArray<Row> {
	const rows = new WeekRows(source, report);
	return [
		...quietRow(source, report),
		...focusRows(source, report, (week) => rows.commitment(week)),
		rows.total(),
		...rows.commitments(),
		...rows.habits(),
		...(report.span.start > source.today
			? dueRows(source, report.span)
			: [...rows.other(), ...splitRows(source, report.span), ...rows.notes()]),
	];
}

class WeekRows {
	private readonly hints: EntryHints;
	/** The habits of the week by ID. */
	private readonly times: ReadonlyMap<string, HabitWeek>;
	private readonly entries: ReadonlyMap<string, ReadonlyArray<LiveEntry<"time" | "progress">>>;

	constructor(
		private readonly source: ViewSource,
		private readonly report: WeekReport,
	) {
		this.hints = new EntryHints(source.ledger, source);
		this.entries = entriesByTarget(source, report.span);
		const isThis = report.span.start === source.snapshot.week.span.start;
		const all = isThis ? source.snapshot.habits : source.snapshot.habitsWith(report.span.start);
		this.times = new Map(all.map((habit) => [habit.node.id, habit]));
	}

	/** The commitments with hours; those that are only counted in times are habits. */
	commitments(): ReadonlyArray<Row> {
		const timed = this.report.commitments.filter(
			({ commitment, aim }) => aim.high > 0 || !this.times.has(commitment.id),
		);
		return timed.map((each) => this.commitment(each));
	}

	/** What is done a number of times, without what has a row for its hours. */
	habits(): ReadonlyArray<Row> {
		const timed = new Set(
			this.report.commitments.flatMap(({ commitment, aim }) => (aim.high > 0 ? [commitment.id] : [])),
		);
		return [...this.times.values()]
			.filter(({ node }) => !timed.has(node.id))
			.map((habit) => {
				const { isCurrent, isAhead, isOver } = this;
				const row = habitRow(habit, this.source, { icon: stateIcons[habit.state], isCurrent, isAhead, isOver });
				const ids = loggedIds(habit.node);
				const entries = isHidden(habit.node, this.source.formatter)
					? {}
					: this.withEntries(ids, habit.node.id, isCountedIn(habit.node));
				return withTimer({ ...row, ...entries }, isCurrent ? ids : [], this.source);
			});
	}

	total(): Row {
		const habits = [...this.times.values()];
		if (this.report.aim.high === 0 && this.report.minutes === 0 && habits.length > 0) {
			const label = l10n.t("All habits");
			const description = habitsDoneText(habits);
			return { id: "week:total", label, description, accessibleName: `${label}, ${description}`, icon: "checklist" };
		}
		const { formatter, today } = this.source;
		const name = l10n.t("All commitments");
		const description = this.fullPaceText(this.report);
		const off = this.report.timeOff.map(({ why }) => (why === undefined ? l10n.t("time off") : formatter.plain(why)));
		const left =
			this.report.state === "behind" || this.report.state === "onPace"
				? [plural(this.report.openDays, l10n.t("1 day left"), l10n.t("{0} days left", this.report.openDays))]
				: [];
		const isNow = this.report.span.start <= today && !this.isOver;
		const more = [...this.partial(), ...off, ...(isNow ? left : [])];
		return {
			id: "week:total",
			// Short: a narrow sidebar cuts the figure behind a longer one.
			label: l10n.t("Total"),
			description: [this.paceText(this.report), ...more].join(" · "),
			accessibleName: [name, description, ...more].join(", "),
			...stateIcons[this.report.state],
			tooltip: () => [
				{ kind: "heading", text: name },
				{ kind: "text", text: [description, ...more].join(", ") },
				{ kind: "fact", name: l10n.t("Weeks kept"), text: this.kept() },
			],
		};
	}

	commitment(week: CommitmentWeek): Row {
		const { formatter } = this.source;
		const { commitment, state, activities } = week;
		if (isHidden(commitment, formatter)) {
			return hiddenRow(`week:commitment:${commitment.id}`);
		}
		const label = formatter.title(commitment);
		const times = this.times.get(commitment.id);
		const counted = times ? [habitCountText(times, formatter)] : [];
		const description = [this.fullPaceText(week), ...counted].join(" · ");
		const ids = [commitment.id, ...activities.map(({ activity }) => activity.id)];
		const row: Row = {
			id: `week:commitment:${commitment.id}`,
			label,
			description: [this.paceText(week), ...(times ? [habitFigureText(times, formatter)] : [])].join(" · "),
			accessibleName: [label, l10n.t("commitment"), description].join(", "),
			...stateIcons[state],
			range: commitment.range,
			...this.withEntries(ids, commitment.id, times ? isCountedIn(commitment) : isTime),
			...loggable(commitment.id),
		};
		return withTimer(row, this.isCurrent ? ids : [], this.source);
	}

	/** Time on items, tracks and unknown IDs. */
	other(): ReadonlyArray<Row> {
		const { formatter, plan } = this.source;
		if (this.report.other.length === 0) {
			return [];
		}
		const name = l10n.t("Outside the commitments");
		const minutes = this.report.other.reduce((sum, each) => sum + each.minutes, 0);
		const description = formatter.minutes(minutes);
		return [
			{
				id: "week:other",
				label: l10n.t("Other"),
				description,
				accessibleName: `${name}, ${description}`,
				icon: "more",
				open: false,
				children: () =>
					this.report.other.map(({ id, minutes: spent }): Row => {
						const node = plan.byId.get(id);
						if (isHidden(node, formatter)) {
							return hiddenRow(`week:other:${id}`);
						}
						const title = node ? formatter.title(node) : id;
						const time = formatter.minutes(spent);
						const orphan = node ? [] : [l10n.t("not in the plan")];
						const row: Row = {
							id: `week:other:${id}`,
							label: title,
							description: [time, ...orphan].join(" · "),
							accessibleName: [title, time, ...orphan].join(", "),
							icon: node ? "clock" : "question",
							...(node ? { range: node.range, ...loggable(id) } : {}),
							...this.withEntries([id], id, isTime),
						};
						return withTimer(row, this.isCurrent ? [id] : [], this.source);
					}),
			},
		];
	}

	/** What was noted when the week was closed. */
	notes(): ReadonlyArray<Row> {
		// A week that was closed without a line has an empty one.
		const notes = weekNotes(this.source, this.report.span.start).filter(({ entry }) => entry.text.trim() !== "");
		return notes.map(({ entry, root }): Row => {
			const label = this.source.formatter.plain(entry.text);
			return {
				id: `entry:${root}`,
				label,
				accessibleName: `${label}, ${l10n.t("note of the week")}`,
				icon: "note",
				can: ["correctEntry"],
				command: { id: "waymark.correctEntry", args: [entry.id] },
			};
		});
	}

	/** Why the aim of the first week is smaller: the plan starts within it. */
	private partial(): ReadonlyArray<string> {
		const { start } = this.source.plan;
		const { span } = this.report;
		return start !== undefined && span.start < start && start < span.end
			? [l10n.t("the plan starts {0}", this.source.formatter.dayInWeek(start))]
			: [];
	}

	/** What a narrow view has room for: the figure, then the state, which a week to come has not. */
	private paceText(pace: Pace): string {
		const figure = weekFigureText(pace, this.source.formatter);
		return this.isAhead && pace.state !== "off" ? figure : `${figure} · ${weekStateText(pace.state, this.isOver)}`;
	}

	private fullPaceText(pace: Pace): string {
		const { formatter } = this.source;
		return this.isAhead && pace.state !== "off"
			? l10n.t("{0} planned", formatter.aim(pace.aim))
			: weekPaceText(pace, formatter, this.isOver);
	}

	/** "9 of the last 13, 30 of the last 52" */
	private kept(): string {
		const { of13, of52 } = this.source.snapshot.weeksKept;
		return l10n.t("{0} of the last {1}, {2} of the last {3}", of13.kept, of13.of, of52.kept, of52.of);
	}

	/** Whether the week has not begun. */
	private get isAhead(): boolean {
		return this.report.span.start > this.source.today;
	}

	private get isCurrent(): boolean {
		return this.report.span.start === this.source.snapshot.week.span.start;
	}

	private get isOver(): boolean {
		return this.report.span.end <= this.source.today;
	}

	/**
	 * @param above the ID of the row; entries on another ID show its title
	 * @param isListed which entries are listed
	 */
	private withEntries(
		ids: ReadonlyArray<string>,
		above: string,
		isListed: (entry: WeekEntry) => boolean,
	): Pick<Row, "open" | "children"> {
		const entries = ids
			.flatMap((id) => this.entries.get(id) ?? [])
			.filter(({ entry }) => isListed(entry))
			.sort((a, b) => a.day - b.day);
		return entries.length === 0
			? {}
			: { open: false, children: () => entries.map((live) => entryRow(live, this.source, above, this.hints)) };
	}
}

/** An entry that a row of the week can list. */
type WeekEntry = EntryOf<"time"> | EntryOf<"progress">;

function isTime({ type }: WeekEntry): boolean {
	return type === "time";
}

/** Whether an entry is counted for a habit: times for a commitment, numbers or time for an item. */
function isCountedIn(node: HabitWeek["node"]): (entry: WeekEntry) => boolean {
	if ("activities" in node) {
		return (entry) => entry.type === "time" || entry.add !== undefined;
	}
	return (entry) =>
		entry.type === "time" ? node.ofTime !== undefined : entry.add !== undefined || typeof entry.set === "number";
}

/** The IDs of the entries that a habit counts. */
function loggedIds(node: HabitWeek["node"]): ReadonlyArray<string> {
	if ("activities" in node) {
		return [node.id, ...node.activities.map(({ id }) => id)];
	}
	return node.ofTime === undefined ? [node.of ?? node.id] : withParts([node]).map(({ id }) => id);
}

/** An offer after weeks without entries, only in the current week; without blame. */
function quietRow({ snapshot }: ViewSource, { span }: WeekReport): ReadonlyArray<Row> {
	const quiet = span.start === snapshot.week.span.start ? findQuietWeeks(snapshot) : undefined;
	if (!quiet) {
		return [];
	}
	const label = l10n.t("Welcome back");
	const description = l10n.t("Take time off, plan a smaller week, or log what you did");
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

/** The actions of anything that time can be logged on. */
function loggable(target: string): { readonly target: string; readonly can: ReadonlyArray<RowAction> } {
	return { target, can: ["logTime", "startTimer", "openPlan"] };
}

/** The time and progress of some days, by the current ID of their target; unknown IDs are kept. */
function entriesByTarget({ ledger, aliases }: ViewSource, span: Span) {
	const found = new Map<string, Array<LiveEntry<WeekEntry["type"]>>>();
	for (const live of ledger.between(span)) {
		if (live.entry.type === "time" || live.entry.type === "progress") {
			const id = aliases.idOf(live.entry.on) ?? live.entry.on;
			const list = found.get(id) ?? [];
			found.set(id, list);
			list.push(live as LiveEntry<WeekEntry["type"]>);
		}
	}
	return found;
}

/** @param above the ID of the parent row: an entry on a part of it shows the title of the part */
function entryRow(live: LiveEntry<WeekEntry["type"]>, source: ViewSource, above: string, hints: EntryHints): Row {
	const { formatter, plan, aliases } = source;
	const { entry, day } = live;
	const part = plan.byId.get(aliases.idOf(entry.on) ?? "");
	if (isHidden(part, formatter)) {
		return hiddenRow(`entry:${live.root}`);
	}
	const label = `${formatter.dayInWeek(day)}: ${loggedText(entry, source)}`;
	const title = part && part.id !== above ? formatter.title(part) : undefined;
	const note = noteText(entry, source);
	const description = [title, ...hints.of(live), note].filter(Boolean).join(" · ");
	return {
		id: `entry:${live.root}`,
		label,
		...(description === "" ? {} : { description }),
		accessibleName: [label, description].filter(Boolean).join(", "),
		icon: entryIcons[entry.type],
		can: ["correctEntry"],
		command: { id: "waymark.correctEntry", args: [entry.id] },
	};
}
