import { html, type TemplateResult } from "lit";
import { dataTable } from "../parts/dataTable.ts";
import type { View } from "../view.ts";
import { section } from "./section.ts";

/** Where the hours went. */
export function time(view: View): TemplateResult {
	const { hours, split } = view.page;
	return section(view, "timeTitle", html`<div class="tables">${dataTable(hours)}${dataTable(split)}</div>`);
}
