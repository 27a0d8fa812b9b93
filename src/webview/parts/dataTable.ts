import { html, type TemplateResult } from "lit";
import type { Table } from "../../present/review/page.ts";
import { text } from "./text.ts";

/** A table with its title above. It scrolls by itself where it is too wide. */
export function dataTable(table: Table, isTitleSeen = true): TemplateResult {
	const { title, columns, rows, empty } = table;
	if (rows.length === 0) {
		const caption = isTitleSeen ? html`<h3>${text(title)}</h3>` : "";
		return html`<div class="table-empty">${caption}<p class="muted">${text(empty ?? "")}</p></div>`;
	}
	return html`<div class="table-scroll" role="region" aria-label=${title} tabindex="0">
		<table>
			<caption class=${isTitleSeen ? "" : "unseen"}>${text(title)}</caption>
			<thead>
				<tr>
					${columns.map((column) => html`<th scope="col" class=${align(column.isNumber)}>${text(column.title)}</th>`)}
				</tr>
			</thead>
			<tbody>
				${rows.map(
					(row) => html`<tr>
						${row.map((cell, index) =>
							index === 0
								? html`<th scope="row">${text(cell)}</th>`
								: html`<td class=${align(columns[index]?.isNumber)}>${text(cell)}</td>`,
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
