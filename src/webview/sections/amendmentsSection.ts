import { html, nothing, type TemplateResult } from "lit";
import type { PageView } from "../pageView.ts";
import { dataTable } from "../parts/dataTable.ts";
import { section } from "./section.ts";

/** What was changed in the plan in the period, and how far the phases have moved since day one. */
export function amendmentsSection(view: PageView): TemplateResult | typeof nothing {
	const { amendments, shifts } = view.page;
	if (amendments.rows.length === 0 && shifts.rows.length === 0) return nothing;
	return section(view, "amendmentsTitle", html`<div class="tables">${dataTable(amendments)}${dataTable(shifts)}</div>`);
}
