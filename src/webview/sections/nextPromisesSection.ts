import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { repeat } from "lit/directives/repeat.js";
import { maxPromises } from "../../review/reviewDraft.ts";
import { changePromise, type NextPromise } from "../editDraft.ts";
import { type PageView, pageLabel } from "../pageView.ts";
import { textArea } from "../parts/fields.ts";
import { shape } from "../parts/shape.ts";
import { closeIsolates, factList, isolatedText, uniqueKeys } from "../parts/textParts.ts";
import { muted, section } from "./section.ts";

const isDay = /^\d{4}-\d\d-\d\d$/;

/** The promises for the next period: they come up again in the next review. */
export function nextPromisesSection(view: PageView): TemplateResult {
	const { next } = view.draft;
	const key = uniqueKeys(next, ({ id }) => id);
	if (view.mode !== "open") {
		if (next.length === 0) return section(view, "nextTitle", muted(pageLabel(view, "empty")));
		return section(view, "nextTitle", html`<ol class="promised">${next.map((one) => toRead(view, one))}</ol>`);
	}
	return section(
		view,
		"nextTitle",
		html`<p class="hint">${pageLabel(view, "nextHint")}</p>
			<ol class="promising" ?hidden=${next.length === 0}>${repeat(next, key, (one, index) => toWrite(view, one, index))}</ol>
			<button type="button" class="add" ?hidden=${next.length >= maxPromises} @click=${add}>
				<span aria-hidden="true">+</span> ${pageLabel(view, "addPromise")}
			</button>`,
	);

	function add({ currentTarget }: Event): void {
		view.actions.edit((draft) => ({ ...draft, next: [...draft.next, { id: crypto.randomUUID(), text: "" }] }));
		const list = (currentTarget as Element).closest("section")?.querySelectorAll("textarea");
		list?.item(list.length - 1).focus();
	}
}

function toRead(view: PageView, { text: words, on, due }: NextPromise): TemplateResult {
	const linked = on === undefined ? [] : [`${pageLabel(view, "linkedTo")}: ${titleOf(view, on)}`];
	const about = [...linked, ...(due === undefined ? [] : [`${pageLabel(view, "dueOn")}: ${due}`])];
	return html`<li>
		<p class="promise-text" dir="auto">${isolatedText(words)}</p>
		${factList(about)}
	</li>`;
}

function toWrite(view: PageView, promise: NextPromise, index: number): TemplateResult {
	const { id, text: words, due } = promise;
	const edit = (fields: Partial<Omit<NextPromise, "id">>) =>
		view.actions.edit((draft) => changePromise(draft, id, fields));
	const number = index + 1;
	return html`<li class="promising-one">
		${textArea({
			label: `${pageLabel(view, "promise")} ${number}`,
			rows: 1,
			value: words,
			className: "promising-text",
			onInput: (value) => edit({ text: value }),
		})}
		<label class="field promising-link">
			<span class="field-label">${pageLabel(view, "linkedTo")}</span>
			<select @change=${({ target }: Event) => edit({ on: (target as HTMLSelectElement).value })}>
				${options(view, promise)}
			</select>
		</label>
		<label class="field promising-due">
			<span class="field-label">${pageLabel(view, "dueOn")}</span>
			<input
				type="date"
				.value=${live(due !== undefined && isDay.test(due) ? due : "")}
				@input=${({ target }: Event) => edit({ due: (target as HTMLInputElement).value })}
			/>
		</label>
		<button
			type="button"
			class="icon-button"
			title=${pageLabel(view, "removePromise")}
			aria-label=${`${pageLabel(view, "removePromise")}: ${pageLabel(view, "promise")} ${number}`}
			@click=${remove}
		>
			${shape("remove")}
		</button>
	</li>`;

	function remove({ currentTarget }: Event): void {
		const part = (currentTarget as Element).closest("section");
		view.actions.edit((draft) => ({ ...draft, next: draft.next.filter((one) => one.id !== id) }));
		// Keep the focus nearby: on the next promise, otherwise on the Add button.
		const left = part?.querySelectorAll<HTMLElement>(".icon-button") ?? [];
		(left[Math.min(index, left.length - 1)] ?? part?.querySelector<HTMLElement>(".add"))?.focus();
	}
}

function options(view: PageView, { on }: NextPromise): TemplateResult {
	const { linkable } = view.page;
	const isGone = on !== undefined && !linkable.some(({ id }) => id === on);
	return html`<option value="" .selected=${live(on === undefined)}>${pageLabel(view, "nothingLinked")}</option>
		${isGone ? html`<option value=${on} .selected=${live(true)}>${closeIsolates(on)}</option>` : nothing}
		${linkable.map(({ id, title }) => html`<option value=${id} .selected=${live(id === on)}>${closeIsolates(title)}</option>`)}`;
}

function titleOf({ page }: PageView, id: string): string {
	return page.linkable.find((one) => one.id === id)?.title ?? id;
}
