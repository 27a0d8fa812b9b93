import type { PhrasingContent, RootContent } from "mdast";
import { trendWord } from "../entryText.ts";
import { heading, linkNode, list, markdownOf, paragraphs, table, textNodes } from "../markdown.ts";
import { verdictWord } from "../reviewRows.ts";
import type { EvidenceLine, ItemLine, ReviewPage, Table } from "./page.ts";

/**
 * A review as a Markdown document that reads well wherever it is shown.
 *
 * @param page of a review that was held, without what is private
 */
export function reviewReport(page: ReviewPage): string {
	const { labels, written } = page;
	const section = (title: string, content: ReadonlyArray<RootContent>): ReadonlyArray<RootContent> =>
		content.length > 0 ? [heading(2, title), ...content] : [];
	const linked = new Map(page.linkable.map(({ id, title }) => [id, title]));
	return markdownOf([
		heading(1, page.title),
		...list(page.facts.map((fact) => ({ line: textNodes(fact) }))),
		...section(labels.summaryTitle, paragraphs(written.summary)),
		...section(
			labels.questionsTitle,
			page.questions.flatMap(({ ask, text, evidence }) => {
				const answer = written.answers.find(({ question }) => question === ask);
				return [
					heading(3, text),
					...paragraphs(answer?.verdict ? verdictWord(answer.verdict) : labels.empty),
					...paragraphs(answer?.note ?? ""),
					...list(evidence.map(({ title, facts }) => ({ line: textNodes([title, ...facts].join(" · ")) }))),
				];
			}),
		),
		...section(
			labels.promisesTitle,
			list(
				page.promises.map(({ id, text, facts }) => {
					const kept = written.kept.find(({ promise }) => promise === id);
					const verdict = kept?.verdict ? verdictWord(kept.verdict) : labels.empty;
					return {
						line: textNodes(`${text}: ${verdict}`),
						under: paragraphs([...facts, kept?.note ?? ""].join("\n")),
					};
				}),
			),
		),
		...section(
			labels.recordTitle,
			page.groups.flatMap(({ title, items }) => [heading(3, title), ...itemList(items)]),
		),
		...section(labels.timeTitle, [...tableOf(page.hours), ...tableOf(page.split)]),
		...section(
			labels.signalsTitle,
			list(
				page.indicators.map(({ title, trend, facts }) => {
					const direction = trend === undefined ? [] : [trendWord(trend)];
					return { line: textNodes([title, ...direction, ...facts].join(" · ")) };
				}),
			),
		),
		...section(
			labels.risksTitle,
			list(
				page.risks.map(({ title, facts, mitigations }) => ({
					line: textNodes([title, ...facts].join(" · ")),
					under: itemList(mitigations),
				})),
			),
		),
		...section(
			labels.nextTitle,
			list(
				written.next.map(({ text, on, due }) => {
					const facts = [on === undefined ? undefined : linked.get(on), due].filter((fact) => fact !== undefined);
					return { line: textNodes([text, ...facts].join(" · ")) };
				}),
			),
		),
		...page.pictures.flatMap(({ table: numbers }) => section(numbers.title, rowsOf(numbers))),
	]);
}

function itemList(items: ReadonlyArray<ItemLine>): ReadonlyArray<RootContent> {
	return list(
		items.map(({ title, stateText, facts, evidence }) => ({
			line: textNodes([title, stateText, ...facts].join(" · ")),
			under: list(evidence.map((each) => ({ line: evidenceLine(each) }))),
		})),
	);
}

function evidenceLine({ day, text, link }: EvidenceLine): ReadonlyArray<PhrasingContent> {
	const words = textNodes([day, text].filter((each) => each !== "").join(": "));
	return link === undefined ? words : [...words, ...linkNode(link)];
}

function tableOf(numbers: Table): ReadonlyArray<RootContent> {
	return numbers.rows.length > 0 ? [heading(3, numbers.title), ...rowsOf(numbers)] : [];
}

function rowsOf({ columns, rows }: Table): ReadonlyArray<RootContent> {
	return rows.length > 0 ? [table(columns, rows)] : [];
}
