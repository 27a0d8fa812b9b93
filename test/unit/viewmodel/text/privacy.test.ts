import assert from "node:assert/strict";
import fc from "fast-check";
import { roadmapStatus } from "../../../../src/api/roadmapStatus.ts";
import { statusForModel } from "../../../../src/api/statusForModel.ts";
import { finish } from "../../../../src/journal/steps.ts";
import { logTargets } from "../../../../src/logging/logTargets.ts";
import { movedDates } from "../../../../src/logging/planChange.ts";
import { FixFinder } from "../../../../src/plan/assist/fixFinder.ts";
import { PlanParser, parsePlan } from "../../../../src/plan/planParser.ts";
import { factsOf } from "../../../../src/progress/review/reviewFact.ts";
import { buildReview, findOccurrence, type Review } from "../../../../src/review/review.ts";
import type { ReviewDraft } from "../../../../src/review/reviewDraft.ts";
import { parseDay } from "../../../../src/time/day.ts";
import { codeLenses, lensParts } from "../../../../src/viewmodel/editor/codeLenses.ts";
import { completionsAt } from "../../../../src/viewmodel/editor/completions.ts";
import { cursorActions } from "../../../../src/viewmodel/editor/cursorActions.ts";
import { hoverText } from "../../../../src/viewmodel/editor/hoverText.ts";
import { inlayHints } from "../../../../src/viewmodel/editor/inlayHints.ts";
import { type OutlineNode, outlineOf } from "../../../../src/viewmodel/editor/outline.ts";
import { calendarFile } from "../../../../src/viewmodel/export/calendarFile.ts";
import { itemHistory } from "../../../../src/viewmodel/history/itemHistory.ts";
import { JournalList } from "../../../../src/viewmodel/journal/journalList.ts";
import { currentValueText, logSuggestions } from "../../../../src/viewmodel/logSuggestions.ts";
import { milestoneText } from "../../../../src/viewmodel/milestone/milestoneText.ts";
import { withoutPrivateParts } from "../../../../src/viewmodel/review/privateDraft.ts";
import { hiddenParts, reviewPage } from "../../../../src/viewmodel/review/reviewPage.ts";
import { reviewReport } from "../../../../src/viewmodel/review/reviewReport.ts";
import { planPlaces } from "../../../../src/viewmodel/search/planPlaces.ts";
import { RoadmapSearch } from "../../../../src/viewmodel/search/roadmapSearch.ts";
import { statusItem, statusSizes } from "../../../../src/viewmodel/statusItem.ts";
import { suggestNext } from "../../../../src/viewmodel/suggestNext.ts";
import { datedText, noteText } from "../../../../src/viewmodel/text/entryText.ts";
import { fixText } from "../../../../src/viewmodel/text/fixText.ts";
import { logTargetKindText } from "../../../../src/viewmodel/text/logTargetText.ts";
import { nudgeText } from "../../../../src/viewmodel/text/nudgeText.ts";
import {
	editableDates,
	editableGoal,
	editableWhen,
	movedDateText,
} from "../../../../src/viewmodel/text/planChangeText.ts";
import { discreetFix, discreetProblems, isHidden, privateNodes } from "../../../../src/viewmodel/text/privacy.ts";
import { problemText } from "../../../../src/viewmodel/text/problemText.ts";
import { undoStepText } from "../../../../src/viewmodel/text/undoStepText.ts";
import { weekCloseSteps } from "../../../../src/viewmodel/weekClose/weekClose.ts";
import { impactCsv, impactMarkdown, impactRecord } from "../export/impactFixture.ts";
import { everyRow, everyView, tooltipLines } from "../rows/renderRows.ts";
import { type SecretSource, secret, secretPlan, secretSource, spellings, today } from "../secretPlan.ts";

type Surface = (source: SecretSource) => ReadonlyArray<string>;

/** All texts and numbers in a value, but for what names things to the program only. */
function textsIn(value: unknown): ReadonlyArray<string> {
	const names = new Set(["id", "key", "ask", "on", "question", "promise", "linkable", "labels", "checkpoint"]);
	return typeof value === "object" && value !== null
		? Object.entries(value).flatMap(([key, field]) => (names.has(key) ? [] : textsIn(field)))
		: [String(value)];
}

/** What a screen shows that others see. */
const screens: Readonly<Record<string, Surface>> = {
	views: (source) =>
		everyView(source).flatMap(({ shown }) => [
			shown.description ?? "",
			...everyRow(shown.rows).flatMap((row) => [
				row.label,
				row.description ?? "",
				row.accessibleName,
				...tooltipLines(row),
			]),
		]),
	"status bar": (source) =>
		statusSizes.flatMap((size) => {
			const { text, spoken, lines } = statusItem(source, size, Date.parse("2026-08-10T21:07:00Z"));
			// A link of the tooltip shows its address, with the arguments in it.
			return [text, spoken, ...lines.flatMap((line) => [line.text, JSON.stringify(line.actions)])];
		}),
	hovers: ({ text, root, plan, ...source }) =>
		[...text.matchAll(/(?:title|id): "?\w/g)].flatMap(({ index, 0: found }) => {
			const parts = hoverText(root, plan, index + found.length, { ...source, plan })?.parts ?? [];
			return parts.flatMap((part) => textsIn({ ...part }));
		}),
	lenses: (source) =>
		codeLenses(source.plan, source).flatMap((lens) => lensParts(lens, source).map(({ text }) => text)),
	hints: (source) => inlayHints(source, { start: 0, end: source.text.length }).map(({ text }) => text),
	outline: ({ plan, formatter }) => outlineOf(plan, formatter).flatMap(outlineTexts),
	completions: ({ text, formatter }) =>
		["needs: [", "of: ", "track: ", "evidence: [", "replaces: [", "outcomes: { "].flatMap((key) => {
			const offset = text.lastIndexOf(key) + key.length;
			const asked = text.slice(0, offset) + text.slice(offset).replace(/^[\w ]+(?=[:\],}])/, "");
			return completionsAt(asked, offset, { parser: new PlanParser(), formatter, today: 20_000 }).flatMap(
				({ label, detail, description, snippet }) => [
					...[label, detail ?? "", snippet],
					// The description of a key is the same for every plan.
					description && /^[A-Z]/.test(description) ? "" : (description ?? ""),
				],
			);
		}),
	"cursor actions": ({ text, root, plan, ...source }) =>
		plan.items
			.filter(({ id }, index) => index % 4 === 0 || id === "talks")
			.flatMap(({ range }) =>
				cursorActions({ text, root, plan }, range.start, { ...source, plan }).map(({ title }) => title),
			),
	journal: (source) => {
		const list = new JournalList(source);
		// The search text must not reveal what is hidden either.
		return ["", "secret", "7733", "127"].flatMap((typed) =>
			list
				.lines(typed, 1000)
				.flatMap((line) => (line.kind === "entry" ? [line.label, line.description, typed] : [typed])),
		);
	},
	histories: (source) => [...source.plan.byId.keys()].map((id) => itemHistory(id, source) ?? ""),
	symbols: ({ plan, formatter }) =>
		planPlaces(plan, formatter).flatMap(({ title, detail, container, text }) => [title, detail, container, text]),
	search: (source) => {
		const search = new RoadmapSearch(source);
		return ["secret", "open", "7733", "127", "2026-08-19", "a"].flatMap((typed) => {
			const { plan, reviews, journal } = finish(search.steps(typed));
			return [...plan, ...reviews, ...journal].flatMap(({ label, description, detail }) => [
				label,
				description,
				detail,
			]);
		});
	},
	"messages of undo": (source) =>
		[...source.ledger.entries()].flatMap((entry) => [
			datedText(entry, source),
			noteText(entry, source) ?? "",
			undoStepText([entry], source.ledger, source),
		]),
	suggestions: (source) => [
		...(["time", "progress"] as const).flatMap((first) => logSuggestions(source, first).flatMap(textsIn)),
		...source.plan.items.map(({ id }) => currentValueText(source, id)),
		...suggestNext(source).flatMap((each) => [each.label, each.reason, JSON.stringify(each.actions)]),
	],
	nudges: ({ snapshot, formatter }) => {
		const most = snapshot.week.commitments.find(({ commitment }) => commitment.id === "secret-work") ?? assert.fail();
		return [nudgeText({ missing: 60, openDays: 2, most: { ...most, missing: 60 } }, formatter)];
	},
	"the close of the week": (source) =>
		weekCloseSteps(source, Date.parse("2026-08-10T21:07:00Z")).flatMap(({ label, description }) => [
			label,
			description,
		]),
	milestones: (source) =>
		source.plan.items
			.filter((item) => item.kind === "milestone" && !isHidden(item, source.formatter))
			.map((item) => milestoneText(item, source)),
	"kinds of targets": ({ plan, formatter }) => logTargets(plan).map((target) => logTargetKindText(target, formatter)),
	problems: ({ text, formatter }) => {
		const wrong = text.replace("needs: [secret-target,", "needs: [scret-target, both,");
		const { plan, problems } = parsePlan(wrong.replace(/goal: 7731\+ secrets/g, "goal: 7731+ secrets, gaol: secret"));
		return discreetProblems(problems, plan ?? assert.fail(), formatter).map(problemText);
	},
	fixes: ({ text, formatter }) => {
		const wrong = text
			.replace("needs: [secret-target,", "needs: [scret-target, both,")
			.replace(/goal: 7731\+ secrets/g, "goal: 7731+ secrets, gaol: secret")
			.replace("title: Secret", "titel: Secret");
		const { plan = assert.fail(), problems } = parsePlan(wrong);
		const finder = new FixFinder(wrong, parseDay(today) ?? 0);
		return problems.flatMap((problem) =>
			finder.fixesOf(problem).map((fix) => fixText(discreetFix(fix, problem.range, plan, formatter), formatter)),
		);
	},
	replan: ({ text, plan, formatter }) => {
		const moved = parsePlan(text.replaceAll("2026-08-19", "2026-08-20")).plan ?? assert.fail();
		return [
			...plan.items.flatMap((item) => [
				editableGoal(item, formatter),
				editableWhen(item, formatter),
				editableDates(item, formatter),
			]),
			...movedDates(plan, moved).map((each) => movedDateText(each, formatter)),
		];
	},
	"pages of reviews that are amended": (source) =>
		source.snapshot.checkpoints
			.filter(({ checkpoint }) => !checkpoint.private)
			.flatMap((occurrence) => {
				const page = reviewPage(source, buildReview(source, occurrence), { amending: true });
				return textsIn(page);
			}),
	"drafts of reviews": (source) =>
		source.snapshot.checkpoints.flatMap((occurrence) => {
			const review = buildReview(source, occurrence);
			const parts = hiddenParts(source, review);
			const draft = secretDraft(review);
			return textsIn(parts ? withoutPrivateParts(draft, parts) : draft);
		}),
	"pages of reviews": (source) =>
		source.snapshot.checkpoints.flatMap((occurrence) => textsIn(reviewPage(source, buildReview(source, occurrence)))),
};

/** What leaves the screen for others, whether or not it is discreet. */
const exportsForOthers: Readonly<Record<string, Surface>> = {
	"impact record": (source) => {
		const span = { start: parseDay("2026-01-05") ?? 0, end: source.today + 1 };
		const record = impactRecord(source, span);
		return [impactMarkdown(record, source), impactCsv(record, source)];
	},
	calendar: (source) => [calendarFile(source, 0)],
	"reports of reviews": (source) => {
		const half = findOccurrence(source, { checkpoint: "half", occurrence: 1 }) ?? assert.fail();
		const page = reviewPage(source, buildReview(source, half), { forOthers: true });
		return [reviewReport(page), JSON.stringify(page)];
	},
	API: (source) => [JSON.stringify(roadmapStatus(source))],
	"model tools": (source) =>
		(["now", "all"] as const).map((scope) => JSON.stringify(statusForModel(roadmapStatus(source), scope))),
};

function outlineTexts({ title, detail, children }: OutlineNode): ReadonlyArray<string> {
	return [title, detail, ...children.flatMap(outlineTexts)];
}

/** What a person may fill in: in a public review also about what is public. */
function secretDraft({ occurrence, facts }: Review): ReviewDraft {
	return {
		answers: [{ question: "Secret question?", verdict: "no", note: "Secret answer" }],
		ratings: [{ on: "secret-sign", value: "7733" }],
		summary: occurrence.checkpoint.private ? "Secret summary" : "Open summary",
		next: [{ id: "p8", text: "Secret promise", on: "secret-target", due: "2026-08-19" }],
		kept: factsOf(facts, "promise").flatMap(({ id }) =>
			id === "p1" ? [{ promise: id, verdict: "yes", note: "Secret keeping" }] : [],
		),
	};
}

/** Where the words of what is public have no place. */
const withoutOpen = ["the close of the week", "milestones", "hints", "nudges", "problems", "fixes", "replan"];

const surfaces = [
	...Object.entries(screens).map(([name, surface]) => ({ name, surface, discreet: [true] })),
	...Object.entries(exportsForOthers).map(([name, surface]) => ({ name, surface, discreet: [true, false] })),
];

/** With plain spaces, as `secret` has them. */
const leaksIn = (texts: ReadonlyArray<string>) =>
	texts.map((text) => text.replace(/\s/g, " ")).filter((text) => secret.test(text));

describe("what is private", () => {
	for (const { name, surface, discreet } of surfaces) {
		it(`is in no field of: ${name}`, () => {
			for (const isDiscreet of discreet) {
				const texts = surface(secretSource("private: true", isDiscreet));
				assert.deepEqual(leaksIn(texts), []);
				if (!withoutOpen.includes(name)) {
					assert.match(texts.join("\n"), /open/i);
				}
			}
		});

		it(`would be seen if it were in: ${name}`, () => {
			const texts = surface(secretSource("private: false", false));
			assert.notDeepEqual(leaksIn(texts), []);
		});
	}

	it("is so in any notation of the plan", function () {
		this.timeout(20_000);
		const idsOf = (flag: string) =>
			privateNodes(parsePlan(secretPlan(flag)).plan ?? assert.fail()).map(({ id, title }) => `${id}: ${title}`);
		const wanted = idsOf("private: true");
		assert.ok(wanted.length > 25);
		for (const spelling of spellings) {
			assert.deepEqual(idsOf(spelling), wanted, spelling);
		}
		const letters = fc
			.tuple(fc.nat(6), fc.constantFrom("", "x", "E"))
			.map(([at, by]) => "private".slice(0, at) + by + "private".slice(at + 1));
		const key = fc.oneof(fc.mixedCase(fc.constant("private")), letters);
		const value = fc.string({ unit: fc.constantFrom(..."falsetruyno01") }).filter((text) => text !== "false");
		fc.assert(
			fc.property(key, value, (written, as) => {
				const { plan, problems } = parsePlan(`targets:\n  2027:\n    - title: a\n      ${written}: ${as}\n`);
				assert.equal(plan?.items[0]?.private, true);
				assert.ok(`${written}: ${as}` === "private: true" || problems.length > 0);
			}),
		);
	});

	it("is a problem in every spelling except true and false, with a fix if possible", () => {
		for (const spelling of spellings.filter((each) => !/^private: \W?true\W?$/i.test(each))) {
			const { problems } = parsePlan(secretPlan(spelling));
			assert.ok(
				problems.some(({ severity }) => severity === "error"),
				spelling,
			);
		}
		const text = "targets: { 2027: [{ title: a, private: yes }] }";
		const finder = new FixFinder(text, parseDay(today) ?? 0);
		assert.ok(finder.fixAll().some((edit) => edit.text === "true"));
	});

	it("is so only if the plan marks it", () => {
		for (const spelling of [
			"private: false",
			"private: False",
			'private: "false"',
			"note: private",
			"title: private",
		]) {
			const { plan } = parsePlan(`targets: { 2027: [{ id: a, ${spelling} }, private, { title: Private }] }`);
			assert.deepEqual(
				plan?.items.map((item) => item.private),
				[false, false, false],
				spelling,
			);
		}
	});

	it("is left out of the sums for other programs, which are told so", () => {
		const { week, overdue } = roadmapStatus(secretSource("private: true", false));
		assert.equal(week.minutes, 60);
		assert.equal(week.privateLeftOut, true);
		assert.deepEqual(overdue, { reviews: 0, targets: 0 });
		const all = roadmapStatus(secretSource("private: true", false), { includePrivate: true });
		assert.equal(all.week.minutes, 60 + 4 * 127);
		assert.equal(all.week.privateLeftOut, undefined);
		assert.equal(roadmapStatus(secretSource("private: true", true), { includePrivate: true }).week.minutes, 60);
	});
});
