import { html, type TemplateResult } from "lit";
import type { PageView } from "../pageView.ts";
import { dataTable } from "../parts/dataTable.ts";
import { section } from "./section.ts";

/** How time was spent. */
export function timeSection(view: PageView): TemplateResult {
	const { hours, habits, split } = view.page;
	const shown = [hours, ...(habits.rows.length > 0 ? [habits] : []), split];
	return section(view, "timeTitle", html`<div class="tables">${shown.map((each) => dataTable(each))}</div>`);
}
