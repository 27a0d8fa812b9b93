import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Picture } from "../../present/review/page.ts";
import { drawPicture, exportWidth } from "../charts/pictures.ts";
import { drawing } from "../drawing.ts";
import { dataTable } from "../parts/dataTable.ts";
import { text } from "../parts/text.ts";
import { label, type View } from "../view.ts";
import { section } from "./section.ts";

/** The charts, each with its table behind a switch. */
export function pictures(view: View): TemplateResult | typeof nothing {
	const { pictures: all } = view.page;
	if (all.length === 0) return nothing;
	const figures = repeat(
		all,
		(picture) => picture.kind,
		(picture, index) => (view.mode === "export" ? printed(picture) : figure(view, picture, index)),
	);
	return section(view, "picturesTitle", figures);
}

function figure(view: View, picture: Picture, index: number): TemplateResult {
	const isTable = view.tables.has(picture.kind);
	return html`<figure>
		<figcaption>
			<h3>${text(picture.title)}</h3>
			<button
				type="button"
				class="switch"
				aria-pressed=${isTable ? "true" : "false"}
				aria-label=${`${label(view, "showTable")}: ${picture.title}`}
				title=${label(view, isTable ? "showPicture" : "showTable")}
				@click=${() => view.actions.toggleTable(picture.kind)}
			>
				${label(view, "showTable")}
			</button>
		</figcaption>
		${isTable ? dataTable(picture.table, false) : html`<div class="plot is-${picture.kind}" ${drawing(picture, index === 0)}></div>`}
	</figure>`;
}

/** For a file, where nothing can be switched: both. */
function printed(picture: Picture): TemplateResult {
	return html`<figure>
		<figcaption><h3>${text(picture.title)}</h3></figcaption>
		<div class="plot is-${picture.kind}">${drawPicture(picture, { width: exportWidth, hasTips: false })}</div>
		${dataTable(picture.table, false)}
	</figure>`;
}
