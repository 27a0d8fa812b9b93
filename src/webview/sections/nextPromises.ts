import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { repeat } from "lit/directives/repeat.js";
import { change, type NextPromise } from "../editDraft.ts";
import { textArea } from "../parts/fields.ts";
import { shape } from "../parts/shapes.ts";
import { closed, facts, text, uniqueKeys } from "../parts/text.ts";
import { label, type View } from "../view.ts";
import { muted, section } from "./section.ts";

/** As many as the host takes. */
const maxPromises = 200;
const isDay = /^\d{4}-\d\d-\d\d$/;

/** What is promised for the next period: it comes back in the next review. */
export function nextPromises(view: View): TemplateResult {
	const { next } = view.draft;
	const key = uniqueKeys(next, ({ id }) => id);
	if (view.mode !== "open") {
		if (next.length === 0) return section(view, "nextTitle", muted(label(view, "empty")));
		return section(view, "nextTitle", html`<ol class="promised">${next.map((one) => toRead(view, one))}</ol>`);
	}
	return section(
		view,
		"nextTitle",
		html`<p class="hint">${label(view, "nextHint")}</p>
			<ol class="promising" ?hidden=${next.length === 0}>${repeat(next, key, (one, index) => toWrite(view, one, index))}</ol>
			<button type="button" class="add" ?hidden=${next.length >= maxPromises} @click=${add}>
				<span aria-hidden="true">+</span> ${label(view, "addPromise")}
			</button>`,
	);

	function add({ currentTarget }: Event): void {
		view.actions.edit((draft) => ({ ...draft, next: [...draft.next, { id: crypto.randomUUID(), text: "" }] }));
		const list = (currentTarget as Element).closest("section")?.querySelectorAll("textarea");
		list?.item(list.length - 1).focus();
	}
}

function toRead(view: View, { text: words, on, due }: NextPromise): TemplateResult {
	const linked = on === undefined ? [] : [`${label(view, "linkedTo")}: ${titleOf(view, on)}`];
	const about = [...linked, ...(due === undefined ? [] : [`${label(view, "dueOn")}: ${due}`])];
	return html`<li>
		<p class="promise-text" dir="auto">${text(words)}</p>
		${facts(about)}
	</li>`;
}

function toWrite(view: View, promise: NextPromise, index: number): TemplateResult {
	const { id, text: words, due } = promise;
	const edit = (fields: Partial<Omit<NextPromise, "id">>) => view.actions.edit((draft) => change(draft, id, fields));
	const number = index + 1;
	return html`<li class="promising-one">
		${textArea({
			label: `${label(view, "promise")} ${number}`,
			rows: 1,
			value: words,
			className: "promising-text",
			onInput: (value) => edit({ text: value }),
		})}
		<label class="field promising-link">
			<span class="field-label">${label(view, "linkedTo")}</span>
			<select @change=${({ target }: Event) => edit({ on: (target as HTMLSelectElement).value })}>
				${options(view, promise)}
			</select>
		</label>
		<label class="field promising-due">
			<span class="field-label">${label(view, "dueOn")}</span>
			<input
				type="date"
				.value=${live(due !== undefined && isDay.test(due) ? due : "")}
				@input=${({ target }: Event) => edit({ due: (target as HTMLInputElement).value })}
			/>
		</label>
		<button
			type="button"
			class="icon-button"
			title=${label(view, "removePromise")}
			aria-label=${`${label(view, "removePromise")}: ${label(view, "promise")} ${number}`}
			@click=${remove}
		>
			${shape("remove")}
		</button>
	</li>`;

	function remove({ currentTarget }: Event): void {
		const part = (currentTarget as Element).closest("section");
		view.actions.edit((draft) => ({ ...draft, next: draft.next.filter((one) => one.id !== id) }));
		// The focus stays where the work is: on the next one, else on the button that adds one.
		const left = part?.querySelectorAll<HTMLElement>(".icon-button") ?? [];
		(left[Math.min(index, left.length - 1)] ?? part?.querySelector<HTMLElement>(".add"))?.focus();
	}
}

function options(view: View, { on }: NextPromise): TemplateResult {
	const { linkable } = view.page;
	const isGone = on !== undefined && !linkable.some(({ id }) => id === on);
	return html`<option value="" .selected=${live(on === undefined)}>${label(view, "nothingLinked")}</option>
		${isGone ? html`<option value=${on} .selected=${live(true)}>${closed(on)}</option>` : nothing}
		${linkable.map(({ id, title }) => html`<option value=${id} .selected=${live(id === on)}>${closed(title)}</option>`)}`;
}

function titleOf({ page }: View, id: string): string {
	return page.linkable.find((one) => one.id === id)?.title ?? id;
}
