import { html, type TemplateResult } from "lit";
import type { PageTable } from "../../review/reviewPageModel.ts";
import { isolatedText } from "./textParts.ts";

/** A table with its title. It scrolls horizontally if it is too wide. */
export function dataTable(table: PageTable, isTitleSeen = true): TemplateResult {
	const { title, columns, rows, empty } = table;
	if (rows.length === 0) {
		const caption = isTitleSeen ? html`<h3>${isolatedText(title)}</h3>` : "";
		return html`<div class="table-empty">${caption}<p class="muted">${isolatedText(empty ?? "")}</p></div>`;
	}
	return html`<div class="table-scroll" role="region" aria-label=${title} tabindex="0">
		<table>
			<caption class=${isTitleSeen ? "" : "unseen"}>${isolatedText(title)}</caption>
			<thead>
				<tr>
					${columns.map((column) => html`<th scope="col" class=${align(column.isNumber)}>${isolatedText(column.title)}</th>`)}
				</tr>
			</thead>
			<tbody>
				${rows.map(
					(row) => html`<tr>
						${row.map((cell, index) =>
							index === 0
								? html`<th scope="row">${isolatedText(cell)}</th>`
								: html`<td class=${align(columns[index]?.isNumber)}>${isolatedText(cell)}</td>`,
						)}
					</tr>`,
				)}
			</tbody>
		</table>
	</div>`;
}

function align(isNumber: boolean | undefined): string {
	return isNumber ? "number" : "";
}
