import type { ReviewDraft } from "../../src/review/reviewDraft.ts";
import { emptyDraft } from "../../src/review/reviewDraft.ts";
import type { Chart, ItemLine, PageLabel, PageTable, ReviewPage } from "../../src/review/reviewPageModel.ts";

const labels: Readonly<Record<PageLabel, string>> = {
	promisesTitle: "What the last review promised",
	recordTitle: "What the period promised, and what happened",
	amendmentsTitle: "Changes of the plan",
	backOnTrack: "Get Back on Track...",
	timeTitle: "Hours",
	signalsTitle: "Indicators",
	risksTitle: "Risks",
	picturesTitle: "Charts",
	questionsTitle: "Questions",
	summaryTitle: "Summary",
	summaryHint: "What was this period about? What would you tell a friend?",
	nextTitle: "Promises for the next period",
	nextHint: "They come back in the next review.",
	changesTitle: "Changed since",
	yes: "Yes",
	partly: "Partly",
	no: "No",
	note: "Note",
	rising: "Rising",
	steady: "Steady",
	falling: "Falling",
	rating: "Rating",
	ratingHint: "5, +1, $250K",
	live: "Live",
	evidence: "Evidence",
	showTable: "Show as table",
	showPicture: "Show the picture",
	promise: "Promise",
	linkedTo: "Linked to",
	nothingLinked: "Nothing",
	dueOn: "Due",
	addPromise: "Add a promise",
	removePromise: "Remove",
	save: "Save Review",
	saving: "Saving…",
	saved: "Saved",
	saveAgain: "Save Again",
	amend: "Amend",
	discard: "Discard Draft",
	export: "Export",
	openPrevious: "Open Previous",
	showInPlan: "Show in Plan",
	draftKept: "Draft saved",
	notSaved: "Not saved",
	nothingYet: "Nothing yet",
	unanswered: "{0} questions without an answer",
	goToUnanswered: "Go to the next question without an answer",
	sections: "Sections",
	empty: "Left empty",
	clear: "Clear",
	noAnswer: "Waymark did not answer. Try again.",
};

/** 2026-01-05, counted from 1970. */
const start = 20_458;
const today = start + 182;

function item(id: string, title: string, more: Partial<ItemLine> = {}): ItemLine {
	return { id, title, state: "started", stateText: "on pace", facts: [], evidence: [], ...more };
}

const groups: ReviewPage["groups"] = [
	{
		title: "Targets of year 1",
		items: [
			item("connections", "Professional connections", {
				facts: ["60 of 100+, 14 before", "by Jan 4, 2027"],
				share: 0.6,
				evidence: [
					{
						day: "Jun 12, 2026",
						text: "Met the whole platform guild at the summit",
						link: "https://example.com/summit/2026",
					},
					{ day: "Mar 3, 2026", text: "Coffee with two former colleagues", link: "mailto:someone@example.com" },
				],
			}),
			item("articles", "Articles published", {
				facts: ["1 of 6", "by Jan 4, 2027"],
				share: 0.167,
				stateText: "behind",
			}),
			item("project", "Lead a small project team", {
				state: "open",
				stateText: "not begun",
				facts: ["by Jan 4, 2027"],
			}),
		],
	},
	{
		title: "Milestones",
		items: [
			item("aws-saa", "AWS Solutions Architect Associate", {
				state: "done",
				stateText: "done Apr 2, 2026",
				facts: ["by Apr 4, 2026", "valid until Apr 2, 2029"],
				share: 1,
				evidence: [{ day: "Apr 2, 2026", text: "Passed with 912.\nThe networking part was the hardest." }],
			}),
			item("terraform", "Terraform Associate", {
				state: "overdue",
				stateText: "22 days late",
				facts: ["by Jun 4, 2026"],
				share: 0.4,
			}),
			item("dropped", "CI certificate", {
				state: "dropped",
				stateText: "dropped May 1, 2026",
				facts: ["no longer asked for"],
			}),
		],
	},
];

const hours: PageTable = {
	title: "Hours by commitment",
	columns: [
		{ title: "Commitment" },
		{ title: "Hours", isNumber: true },
		{ title: "Aim", isNumber: true },
		{ title: "Share", isNumber: true },
	],
	rows: [
		["Thought leadership", "48 h", "52 h", "92%"],
		["Networking", "20 h 30 min", "26 h", "79%"],
		["Study", "36 h 15 min", "39 h", "93%"],
	],
};

const habits: PageTable = {
	title: "Habits",
	columns: [{ title: "Habit" }, { title: "Done", isNumber: true }, { title: "Weeks kept", isNumber: true }],
	rows: [["Gym", "61 times", "19 of 26"]],
};

const split: PageTable = {
	title: "Split of the tracks",
	columns: [{ title: "Track" }, { title: "Actual", isNumber: true }, { title: "Planned", isNumber: true }],
	rows: [
		["Technical", "57%", "60%"],
		["Management", "43%", "40%"],
	],
};

const drives: PageTable = {
	title: "Months after which items moved within a quarter",
	columns: [
		{ title: "Driver" },
		{ title: "Drives" },
		{ title: "After it rose", isNumber: true },
		{ title: "Other months", isNumber: true },
	],
	rows: [
		["Thought leadership", "Invitations to speak", "9 of 14", "3 of 10"],
		["Errors in production", "Releases", "2 of 6, after it fell", "4 of 7"],
	],
};

function table(title: string, rows: number): PageTable {
	return {
		title,
		columns: [{ title: "What" }, { title: "From" }, { title: "Number", isNumber: true }],
		rows: Array.from({ length: rows }, (_, index) => [`Row ${index + 1}`, "Jan 5, 2026", String(index * 3)]),
	};
}

const weeks = Array.from({ length: 27 }, (_, index) => {
	const state = weekState(index);
	const minutes = { running: 130, off: 30, missed: 110 + index * 3, kept: 245 + ((index * 37) % 90) }[state];
	const aim = state === "off" ? 0 : 240;
	const text = `Week of ${new Date((start + index * 7) * 86_400_000).toISOString().slice(0, 10)}\n${(minutes / 60).toFixed(1)} h of 4–5 h`;
	return { start: start + index * 7, minutes, low: aim, high: aim === 0 ? 0 : 300, state, text } as const;
});

function months(base: number): Extract<Chart, { kind: "split" }>["tracks"][number]["months"] {
	return [0, 31, 59, 90, 120, 151].map((offset, index) => ({
		start: start - 4 + offset,
		share: index === 3 ? null : base + (index % 3) * 0.05 - 0.04,
		planned: base,
		text: `Month ${index + 1}: ${Math.round(base * 100)}% planned`,
	}));
}

const pictures: ReadonlyArray<Chart> = [
	{
		kind: "timeline",
		title: "Where this stands in the plan",
		summary: "Five phases from January 2026 to beyond 2030; today is in the second.",
		table: table("Where this stands in the plan", 8),
		today,
		todayText: "Today",
		period: { start, end: start + 181 },
		bars: [
			{ group: "Phases", title: "AI-enhanced DevOps engineer", start, end: start + 151, text: "Jan 5 – Jun 4, 2026" },
			{
				group: "Phases",
				title: "AI platform engineering manager",
				start: start + 100,
				end: start + 730,
				text: "Apr 15, 2026 – Jan 4, 2028",
			},
			{
				group: "Phases",
				title: "Senior AI platform manager",
				start: start + 730,
				end: start + 1095,
				text: "Jan 5, 2028 – Jan 4, 2029",
			},
			{
				group: "Phases",
				title: "Director of AI engineering",
				start: start + 1095,
				end: start + 1461,
				text: "Jan 5, 2029 – Jan 4, 2030",
			},
			{
				group: "Phases",
				title: "VP engineering or CTO track",
				start: start + 1461,
				end: null,
				text: "from Jan 5, 2030",
			},
			{ group: "Technical", title: "Foundation", start, end: start + 365, text: "Year 1" },
			{ group: "Technical", title: "Advanced", start: start + 365, end: start + 1095, text: "Years 2 and 3" },
			{ group: "Technical", title: "Expert", start: start + 1095, end: start + 1826, text: "Years 4 and 5" },
			{ group: "Management", title: "Team building", start, end: start + 181, text: "Months 1 to 6" },
			{ group: "Management", title: "Scaling up", start: start + 181, end: start + 730, text: "Until year 2" },
			{ group: "Management", title: "Executive", start: start + 730, end: start + 1826, text: "Years 3 to 5" },
		],
		points: Array.from({ length: 10 }, (_, index) => ({
			title: index % 2 === 1 ? "Annual assessment" : "6-month review",
			day: start + 181 + index * 182,
			isHeld: false,
			isThis: index === 0,
			text: `Due ${new Date((start + 181 + index * 182) * 86_400_000).toISOString().slice(0, 10)}`,
		})),
	},
	{
		kind: "weeks",
		title: "Hours per week against the aim",
		summary: "27 weeks, 18 of them kept, two off.",
		table: table("Hours per week against the aim", 27),
		unit: "hours",
		aim: "aim 4–5 h",
		weeks,
	},
	{
		kind: "split",
		title: "The split over time",
		summary: "Technical near the planned 60%, management near 40%.",
		table: table("The split over time", 12),
		planned: "planned",
		tracks: [
			{ title: "Technical", months: months(0.6) },
			{ title: "Management", months: months(0.4) },
		],
	},
	{
		kind: "goalProgress",
		title: "Each target's progress",
		summary: "Connections on pace, articles behind, savings ahead.",
		table: table("Each target's progress", 9),
		planned: "planned",
		likelyRange: "likely range",
		dueText: "due",
		targets: [
			targetProgress("Professional connections", "60 of 100+", { value: 100, text: "100" }, [14, 22, 31, 45, 60]),
			targetProgress("Articles published", "1 of 6", { value: 6, text: "6" }, [0, 1]),
			targetProgress("Emergency fund", "11 of 18 months", { value: 18, text: "18 months" }, [4, 6, 9, 11]),
			targetProgress(
				"Business impact delivered",
				"$0.9M of $1M+",
				{ value: 1_000_000, text: "$1M" },
				[100_000, 400_000, 900_000],
			),
		],
	},
];

interface ChartTick {
	readonly value: number;
	readonly text: string;
}

function targetProgress(title: string, reached: string, goal: ChartTick, values: ReadonlyArray<number>) {
	return {
		title,
		reached,
		today,
		line: { start, from: 0, end: start + 365, to: goal.value },
		due: start + 365,
		band: [1, 2, 3, 4, 5, 6].map((month) => ({
			day: today + month * 30 - 30,
			low: (values.at(-1) ?? 0) + goal.value * 0.02 * (month - 1),
			middle: (values.at(-1) ?? 0) + goal.value * 0.07 * (month - 1),
			high: (values.at(-1) ?? 0) + goal.value * 0.12 * (month - 1),
			text: `${month - 1} months ahead`,
		})),
		goal: goal.value,
		points: values.map((value, index) => ({
			day: start + 10 + index * 38,
			value,
			text: `${value} on day ${10 + index * 38}`,
		})),
		ticks: [{ value: 0, text: "0" }, goal],
	};
}

/** A review of the sample plan with something of every kind. */
export const openPage: ReviewPage = {
	key: { checkpoint: "six-month", occurrence: 1 },
	title: "6-month review",
	facts: ["Jan 5 – Jul 4, 2026", "due Jul 4, 2026", "also stands for: Mid-point evaluation"],
	mode: "open",
	labels,
	previous: { checkpoint: "kick-off", occurrence: 1, title: "Kick-off" },
	promises: [
		{ id: "p1", text: "Publish one article each month", facts: ["Kick-off, Jan 5, 2026", "1 of 6"], state: "started" },
		{
			id: "p2",
			text: "Take the AWS exam before Easter",
			facts: ["Kick-off, Jan 5, 2026", "due Apr 4, 2026"],
			state: "done",
		},
		{ id: "p3", text: "Say no to a third on-call rotation", facts: ["Kick-off, Jan 5, 2026"] },
	],
	groups,
	hours,
	habits,
	split,
	amendments: {
		title: "In this period",
		columns: [{ title: "Day" }, { title: "Item" }, { title: "Change" }, { title: "Reason" }],
		rows: [["Mar 3, 2026", "Professional connections", "goal 120+ → 100+", "Reorganisation"]],
	},
	shifts: {
		title: "Since day one",
		columns: [{ title: "Phase" }, { title: "End on day one" }, { title: "End now" }, { title: "Moved" }],
		rows: [["Foundations", "Jun 4, 2026", "Jul 4, 2026", "1 month later"]],
	},
	offTrack: "Off track: Professional connections",
	indicators: [
		{
			id: "interviews",
			title: "Interview requests",
			group: "Leading",
			facts: ["3 in the period, 1 before"],
			trend: "rising",
			rating: "trend",
		},
		{
			id: "invitations",
			title: "Executive invitations",
			group: "Leading",
			facts: ["2 of 4 per quarter"],
			trend: "falling",
			rating: "number",
		},
		{ id: "titles", title: "Title progression", group: "Lagging", facts: ["not rated before"], rating: "trend" },
	],
	drives,
	risks: [
		{
			title: "Money",
			isLive: true,
			facts: ["below 60% of the aim for 4 weeks"],
			mitigations: [item("fund", "Emergency fund", { facts: ["11 of 18 months", "by Jan 4, 2029"], share: 0.61 })],
		},
		{
			title: "Burnout",
			isLive: false,
			facts: [],
			mitigations: [item("holidays", "Two weeks off in summer", { state: "done", stateText: "done", share: 1 })],
		},
	],
	charts: pictures,
	questions: [
		{
			ask: "Is certification on track?",
			text: "Is certification on track?",
			evidence: [
				{ title: "AWS Solutions Architect Associate", facts: ["done Apr 2, 2026"] },
				{ title: "Terraform Associate", facts: ["22 days late"] },
			],
		},
		{
			ask: "Is the network growing?",
			text: "Is the network growing?",
			evidence: [{ title: "Professional connections", facts: ["60 of 100+", "on pace"] }],
		},
		{
			ask: "Does the plan still fit the life around it?",
			text: "Does the plan still fit the life around it?",
			evidence: [],
		},
	],
	linkable: [
		{ id: "connections", title: "Professional connections" },
		{ id: "articles", title: "Articles published" },
		{ id: "terraform", title: "Terraform Associate" },
	],
	changes: [],
	written: emptyDraft,
};

/** What somebody filled in. */
export const filledIn: ReviewDraft = {
	answers: [
		{
			question: "Is certification on track?",
			verdict: "partly",
			note: "AWS yes, Terraform slipped by a month.\nThe exam is booked.",
		},
		{ question: "Is the network growing?", verdict: "yes" },
	],
	ratings: [
		{ on: "interviews", value: "rising" },
		{ on: "invitations", value: "+1" },
	],
	summary: "A good half year: the certificate came in time and the guild knows my name.\n\nWriting was the weak spot.",
	next: [
		{ id: "n1", text: "One article a month, the first by the end of July", on: "articles", due: "2026-07-31" },
		{ id: "n2", text: "Pass Terraform Associate" },
	],
	kept: [
		{ promise: "p1", verdict: "no", note: "One in six months." },
		{ promise: "p2", verdict: "yes" },
	],
};

/** The same review after it was saved. */
export const heldPage: ReviewPage = {
	...openPage,
	mode: "held",
	facts: ["Jan 5 – Jul 4, 2026", "held Jul 6, 2026"],
	changes: ["Terraform Associate: due Jun 4, 2026 then, Aug 4, 2026 now", "Professional connections: 60 then, 64 now"],
	written: filledIn,
};

function weekState(index: number): "running" | "off" | "missed" | "kept" {
	if (index === 26) return "running";
	if (index === 12 || index === 13) return "off";
	return index % 4 === 2 ? "missed" : "kept";
}
