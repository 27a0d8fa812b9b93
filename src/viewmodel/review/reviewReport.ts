import type { PhrasingContent, RootContent } from "mdast";
import type { EvidenceLine, ItemLine, PageTable, ReviewPage } from "../../review/reviewPageModel.ts";
import { verdictText } from "../rows/reviewRows.ts";
import { trendText } from "../text/entryText.ts";
import {
	headingNode,
	linkNode,
	listNode,
	paragraphNodes,
	renderMarkdown,
	tableNode,
	textNodes,
} from "../text/markdown.ts";

/**
 * A review as portable Markdown.
 *
 * @param page of a saved review, without private content
 */
export function reviewReport(page: ReviewPage): string {
	const { labels, written } = page;
	return renderMarkdown([
		headingNode(1, page.title),
		...listNode(page.facts.map((fact) => ({ line: textNodes(fact) }))),
		...section(labels.summaryTitle, paragraphNodes(written.summary)),
		...section(labels.questionsTitle, questionNodes(page)),
		...section(labels.promisesTitle, promiseNodes(page)),
		...section(
			labels.recordTitle,
			page.groups.flatMap(({ title, items }) => [headingNode(3, title), ...itemList(items)]),
		),
		...section(labels.amendmentsTitle, [...tableOf(page.amendments), ...tableOf(page.shifts)]),
		...section(labels.timeTitle, [...tableOf(page.hours), ...tableOf(page.habits), ...tableOf(page.split)]),
		...section(labels.signalsTitle, [...indicatorNodes(page), ...tableOf(page.drives)]),
		...section(
			labels.risksTitle,
			listNode(
				page.risks.map(({ title, facts, mitigations }) => ({
					line: textNodes([title, ...facts].join(" · ")),
					under: itemList(mitigations),
				})),
			),
		),
		...section(labels.nextTitle, nextNodes(page)),
		...page.charts.flatMap(({ table: numbers }) => section(numbers.title, rowsOf(numbers))),
	]);
}

/** A heading with its content; nothing if it has none. */
function section(title: string, content: ReadonlyArray<RootContent>): ReadonlyArray<RootContent> {
	return content.length > 0 ? [headingNode(2, title), ...content] : [];
}

function questionNodes({ questions, written, labels }: ReviewPage): ReadonlyArray<RootContent> {
	return questions.flatMap(({ ask, text, evidence }) => {
		const answer = written.answers.find(({ question }) => question === ask);
		return [
			headingNode(3, text),
			...paragraphNodes(answer?.verdict ? verdictText(answer.verdict) : labels.empty),
			...paragraphNodes(answer?.note ?? ""),
			...listNode(evidence.map(({ title, facts }) => ({ line: textNodes([title, ...facts].join(" · ")) }))),
		];
	});
}

function promiseNodes({ promises, written, labels }: ReviewPage): ReadonlyArray<RootContent> {
	return listNode(
		promises.map(({ id, text, facts }) => {
			const kept = written.kept.find(({ promise }) => promise === id);
			const verdict = kept?.verdict ? verdictText(kept.verdict) : labels.empty;
			return {
				line: textNodes(`${text}: ${verdict}`),
				under: paragraphNodes([...facts, kept?.note ?? ""].join("\n")),
			};
		}),
	);
}

function indicatorNodes({ indicators }: ReviewPage): ReadonlyArray<RootContent> {
	return listNode(
		indicators.map(({ title, trend, facts }) => {
			const direction = trend === undefined ? [] : [trendText(trend)];
			return { line: textNodes([title, ...direction, ...facts].join(" · ")) };
		}),
	);
}

function nextNodes({ written, linkable }: ReviewPage): ReadonlyArray<RootContent> {
	const linked = new Map(linkable.map(({ id, title }) => [id, title]));
	return listNode(
		written.next.map(({ text, on, due }) => {
			const facts = [on === undefined ? undefined : linked.get(on), due].filter((fact) => fact !== undefined);
			return { line: textNodes([text, ...facts].join(" · ")) };
		}),
	);
}

function itemList(items: ReadonlyArray<ItemLine>): ReadonlyArray<RootContent> {
	return listNode(
		items.map(({ title, stateText, facts, evidence }) => ({
			line: textNodes([title, stateText, ...facts].join(" · ")),
			under: listNode(evidence.map((each) => ({ line: evidenceLine(each) }))),
		})),
	);
}

function evidenceLine({ day, text, link }: EvidenceLine): ReadonlyArray<PhrasingContent> {
	const words = textNodes([day, text].filter((each) => each !== "").join(": "));
	return link === undefined ? words : [...words, ...linkNode(link)];
}

function tableOf(numbers: PageTable): ReadonlyArray<RootContent> {
	return numbers.rows.length > 0 ? [headingNode(3, numbers.title), ...rowsOf(numbers)] : [];
}

function rowsOf({ columns, rows }: PageTable): ReadonlyArray<RootContent> {
	return rows.length > 0 ? [tableNode(columns, rows)] : [];
}
