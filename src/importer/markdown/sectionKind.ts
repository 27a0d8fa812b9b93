/** What the words of a heading say that its section holds. */
export type SectionKind =
	| "advantages"
	| "checkpoints"
	| "commitments"
	| "contents"
	| "factors"
	| "indicators"
	| "log"
	| "non-goals"
	| "risks"
	| "summary"
	| "targets"
	| "track";

/** In the order in which they are tried: the more specific first. English, German and Chinese. */
const words: ReadonlyArray<readonly [SectionKind, RegExp]> = [
	[
		"non-goals",
		/\bnon-?goals?\b|out of scope|\bnot (?:this year|now|doing)\b|\bwon[’']t do\b|nicht-?ziele|nicht dieses jahr|非目标/iu,
	],
	["contents", /\b(?:table of )?contents\b|^toc$|inhaltsverzeichnis|目录/iu],
	["log", /\blog\b|\bdiary\b|\bjournal\b|tagebuch|protokoll|日志|日记/iu],
	["factors", /\bsuccess factors?\b|erfolgsfaktor|成功因素|成功要素/iu],
	["indicators", /\bindicators?\b|indikator|frühzeichen|指标/iu],
	["risks", /\brisks?\b|\bwhat (?:could|can|might) go wrong\b|\bobstacles?\b|\brisik|\bhindernis|风险|障碍/iu],
	["advantages", /\badvantages?\b|\bstrengths?\b|\bvorteile?\b|\bstärken\b|优势/iu],
	[
		"commitments",
		/\bcommitments?\b|\bhabits?\b|\broutines?\b|\bweekly (?:hours|work|practice)|gewohnheit|wöchentlich|每周|习惯/iu,
	],
	[
		"checkpoints",
		/\bcheckpoints?\b|\bcheck-?ins?\b|\breviews?\b|\bassessments?\b|\bevaluations?\b|rückblick|überprüfung|auswertung|检查|回顾|复盘|评估/iu,
	],
	["track", /\btracks?\b|\bstrand\b|\bstrang\b|主线|轨道/iu],
	["targets", /\btargets?\b|\bgoals?\b|\bobjectives?\b|\bokrs?\b|\bmetrics\b|\bziele?\b|目标/iu],
	["summary", /\bsummary\b|\boverview\b|\bconclusion\b|zusammenfassung|\bfazit\b|überblick|übersicht|总结|结论|概述/iu],
];

/** Whether a heading says that what is below it is done. */
export function isDoneHeading(title: string): boolean {
	return /^[^\p{L}]*(?:completed|done|finished|shipped|achieved|erledigt|abgeschlossen|erreicht|已完成|完成)[^\p{L}]*$/iu.test(
		title,
	);
}

/** All of them at once: most headings of a long source have none. */
const anyWord = new RegExp(words.map(([, { source }]) => source).join("|"), "iu");

/** The kind of a section; undefined if its heading has none of the known words. */
export function sectionKind(title: string): SectionKind | undefined {
	return anyWord.test(title) ? words.find(([, form]) => form.test(title))?.[0] : undefined;
}

/** Which indicators a heading names. */
export function indicatorKind(title: string): "leading" | "lagging" {
	return /\blagging\b|\bspät|nachlaufend|滞后/iu.test(title) ? "lagging" : "leading";
}

/** How often a checkpoint comes, or on which period's last day: as the words of its heading say. */
export function checkpointEvery(title: string): string | undefined {
	const [, count, unit] = /\b(\d{1,2})[- ](day|week|month|quarter|year)s?\b/iu.exec(title) ?? [];
	if (count !== undefined && unit !== undefined && Number(count) > 0) {
		return `${Number(count)} ${unit.toLowerCase()}${Number(count) === 1 ? "" : "s"}`;
	}
	const known: ReadonlyArray<readonly [RegExp, string]> = [
		[/\bannual|\byearly|\bjährlich|jahres|年度|每年/iu, "1 year"],
		[/\bhalf-?yearly|\bhalbjähr|半年/iu, "6 months"],
		[/\bquarterly|\bquartals|vierteljähr|季度/iu, "1 quarter"],
		[/\bmonthly|\bmonatlich|每月/iu, "1 month"],
		[/\bweekly|\bwöchentlich|每周/iu, "1 week"],
	];
	return known.find(([form]) => form.test(title))?.[1];
}

/** Heading words that name a phase by its number only: `Phase 1: Foundations` is `Foundations`. */
export const phaseNumber =
	/^(?:phase|stage|step|part|act|teil|abschnitt|阶段) ?(?:\d{1,2}(?: ?[-–] ?\d{1,2})?|one|two|three|four|five|eins|zwei|drei|[ivx]{1,4}|[一二三四五])\s*[:：–—.-]\s*/iu;

/** Whether a heading begins a phase without a date: `Phase 2`, `Version 0.3`, `Post-1.0`. */
export const undatedPhase =
	/^(?:(?:phase|stage|version|release|milestone|v|part|act|teil|abschnitt|阶段|post-) ?\d|(?:phase|stage|part|act|teil|abschnitt|阶段) ?(?:one|two|three|four|five|eins|zwei|drei|[ivx]{1,4}\b|[一二三四五]))/iu;
