import type { ShownLog, ShownLogged } from "./log.ts";
import type { ShownProblem } from "./problems.ts";
import type { Shown, ShownLine, ShownMoment, ShownStatus } from "./shown.ts";
import type { ShownRows } from "./views.ts";

/** Everything that is to be seen as text, a part after the other. */
export function planText(shown: Shown): string {
	const { problems, views, statusBar, whatNext } = shown;
	const next = whatNext?.map(
		({ label, reason, actions }) => `${label}: ${reason} [${actions.map((action) => action.label).join(", ")}]`,
	);
	return joined([
		momentText(shown),
		part("Problems", problems.length === 0 ? ["none"] : problems.flatMap(problemLines)),
		...Object.values(views).map(viewText),
		...(statusBar ? [part("Status bar", statusLines(statusBar))] : []),
		...(next ? [part("What Next", next.length === 0 ? ["nothing"] : next)] : []),
	]);
}

/** How a line is understood as text. */
export function lineText({ log, ...moment }: ShownLine): string {
	const { readings, questions, questionTexts, problems } = log;
	return joined([
		momentText(moment),
		...(readings.length > 0
			? [
					part(
						"Readings",
						readings.flatMap((_, at) => readingLines(log, at)),
					),
				]
			: []),
		...(questions.length > 0
			? [
					part(
						"Questions",
						questions.map((question, at) => `${question}: ${questionTexts[at] ?? ""}`),
					),
				]
			: []),
		...(problems.length > 0
			? [
					part(
						"Problems",
						problems.map(({ code, message }) => `${code}: ${message}`),
					),
				]
			: []),
	]);
}

function momentText({ today, now, timeZone }: ShownMoment): string {
	return `${today} (it is ${now}, ${timeZone})`;
}

function problemLines({ file, line, column, severity, code, message, fixes }: ShownProblem): ReadonlyArray<string> {
	return [
		`${file}:${line}:${column} ${severity} ${code}: ${message}`,
		...fixes.map(({ title, isSafe }) => `  fix: ${title}${isSafe ? " (safe)" : ""}`),
	];
}

function viewText({ title, description, message, text }: ShownRows): string {
	const shown = text === "" ? (message ?? "nothing") : text;
	return part(description === "" ? title : `${title}  ${description}`, shown.split("\n"));
}

function statusLines({ compact, full, lines }: ShownStatus): ReadonlyArray<string> {
	return [
		`compact: ${compact}`,
		`full: ${full}`,
		...lines.map(({ text, actions }) => {
			const offered = actions.length === 0 ? "" : `[${actions.map(({ label }) => label).join(", ")}]`;
			return [text, offered].filter(Boolean).join(" ");
		}),
	];
}

function readingLines({ readings, texts, entries }: ShownLog, at: number): ReadonlyArray<string> {
	return [
		`${at + 1}. ${texts[at] ?? ""}`,
		...(readings[at] ?? []).map((logged) => `   ${loggedText(logged)}`),
		...(entries[at] ?? []).map((entry) => `   ${JSON.stringify(entry)}`),
	];
}

function loggedText({ on, title, kind, day, at, ...rest }: ShownLogged): string {
	const { minutes, set, add, note, link } = rest;
	const facts = { minutes, set, add: add !== undefined && add > 0 ? `+${add}` : add, day, at, note, link };
	const known = Object.entries(facts).filter(([, value]) => value !== undefined);
	return `${on} (${title}, ${kind}): ${known.map(([name, value]) => `${name} ${value}`).join(", ")}`;
}

function part(title: string, lines: ReadonlyArray<string>): string {
	return [title, ...lines.map((line) => `  ${line}`)].join("\n");
}

function joined(parts: ReadonlyArray<string>): string {
	return parts.join("\n\n");
}
