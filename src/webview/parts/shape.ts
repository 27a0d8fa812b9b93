import { html, svg, type TemplateResult } from "lit";
import type { Trend } from "../../amount/trend.ts";
import type { LineState } from "../../review/reviewPageModel.ts";
import type { Verdict } from "../editDraft.ts";

type Shape = LineState | Verdict | Trend | "live" | "remove" | "clear" | "saved" | "error";

const circle = svg`<circle cx="8" cy="8" r="6"></circle>`;

/** Each state has its own shape, so that it is recognizable without color. */
const shapes: Readonly<Record<Shape, TemplateResult>> = {
	done: svg`<circle class="solid" cx="8" cy="8" r="6.5"></circle><path class="cut" d="M5 8.3l2.1 2.1L11 6.2"></path>`,
	overdue: svg`<path d="M8 1.8l6.4 11.7H1.6z"></path><path d="M8 6v3.6M8 11.2v.6"></path>`,
	started: svg`${circle}<path class="solid" d="M8 4a4 4 0 0 1 0 8z"></path>`,
	open: circle,
	dropped: svg`${circle}<path d="M3.8 12.2l8.4-8.4"></path>`,
	yes: svg`<path d="M2.8 8.6l3.4 3.4 7-7.6"></path>`,
	partly: svg`${circle}<path class="solid" d="M8 3a5 5 0 0 0 0 10z"></path>`,
	no: svg`<path d="M3.5 3.5l9 9M12.5 3.5l-9 9"></path>`,
	rising: svg`<path d="M3 12.5l9.5-9.5M6 3h6.5v6.5"></path>`,
	steady: svg`<path d="M1.8 8h12M9.8 4l4 4-4 4"></path>`,
	falling: svg`<path d="M3 3.5l9.5 9.5M12.5 6.5V13H6"></path>`,
	live: svg`<path class="solid" d="M8.8 1L3 9h4l-.8 6L12.6 6.4H8.2z"></path>`,
	clear: svg`<path d="M3 6h6.8a3.4 3.4 0 0 1 0 6.8H6M6 3L3 6l3 3"></path>`,
	remove: svg`<path d="M2.5 4h11M6 4V2.2h4V4M4 4l.7 9.8h6.6L12 4M6.7 6.5v5M9.3 6.5v5"></path>`,
	saved: svg`<path d="M2.8 8.6l3.4 3.4 7-7.6"></path>`,
	error: svg`${circle}<path d="M8 4.6v4.2M8 10.6v.8"></path>`,
};

/** A small icon next to a text with the same meaning. */
export function shape(name: Shape): TemplateResult {
	return html`<svg class="shape is-${name}" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
		${shapes[name]}
	</svg>`;
}
