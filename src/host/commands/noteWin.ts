import * as vscode from "vscode";
import type { NumberStyle } from "../../amount/quantity.ts";
import { aliasesOf } from "../../journal/ledger/aliases.ts";
import type { NewEntry } from "../../journal/newEntry.ts";
import { logTargets } from "../../logging/logTargets.ts";
import { readWinAmount } from "../../logging/winAmount.ts";
import type { Plan } from "../../plan/plan.ts";
import { ambiguousText } from "../../viewmodel/text/amountText.ts";
import type { Formatter } from "../../viewmodel/text/formatter.ts";
import { logTargetKindText } from "../../viewmodel/text/logTargetText.ts";
import { isHidden } from "../../viewmodel/text/privacy.ts";
import { detach } from "../core/detach.ts";
import type { DraftField, PromptDraft } from "../core/promptDrafts.ts";
import { commandArguments, textArgument } from "../logging/commandArguments.ts";
import { requireSession } from "../logging/requireSession.ts";
import { resolveTargetArg } from "../logging/resolveTargetArg.ts";
import { saveNewEntries } from "../logging/saveNewEntries.ts";
import { reportInvalid, validateTexts } from "../logging/validateArguments.ts";
import type { CommandContext } from "../roadmap/commandContext.ts";
import type { PlanSession } from "../session/planSession.ts";
import { inputStep, pickManyStep } from "../ui/quickInput.ts";

/**
 * Notes a win for the impact record: what was achieved, optionally an amount and a link as evidence, and the related
 * items of the plan. What was typed is offered again until the win is saved.
 *
 * @param given `{text, amount, link, on}`: `on` is one ID or a list; with a `text` there are no prompts
 */
export async function noteWin(context: CommandContext, given?: unknown): Promise<void> {
	const found = await requireSession(context);
	if (!found) {
		return;
	}
	const { session, plan } = found;
	const wanted = commandArguments(given);
	const aliases = aliasesOf(plan.byId.values());
	const ids: ReadonlyArray<unknown> = Array.isArray(wanted["on"]) ? wanted["on"] : [wanted["on"]];
	const named = ids.flatMap((id) => resolveTargetArg({ aliases }, { on: id }) ?? []);
	const { text: givenText, link: givenLink } = wanted;
	if (named.includes("unknown") || reportInvalid(validateTexts({ text: givenText, link: givenLink }))) {
		return;
	}
	const text = textArgument(wanted, "text");
	const draft = text === undefined ? await session.promptDraft("win") : undefined;
	const win = draft
		? await promptWin(found, draft, named)
		: { text: text ?? "", amount: amountIn(wanted), link: textArgument(wanted, "link"), on: named };
	const read = win?.amount === undefined ? undefined : readWinAmount(win.amount, session.formatter.numbers);
	if (read && "meanings" in read) {
		detach(vscode.window.showErrorMessage(ambiguousText(win?.amount ?? "", read.meanings)));
		return;
	}
	if (win && (await saveNewEntries(session, plan, [winEntry(win, plan, read?.amount)]))) {
		draft?.clear();
	}
}

interface Win {
	readonly text: string;
	readonly amount: string | undefined;
	readonly link: string | undefined;
	/** The IDs of the related items. */
	readonly on: ReadonlyArray<string>;
}

function winEntry({ text, link, on }: Win, plan: Plan, amount: number | string | undefined): NewEntry {
	return {
		type: "note",
		text,
		...(amount === undefined ? {} : { amount }),
		...(link === undefined ? {} : { link }),
		...(on.length === 0 ? {} : { on: [...on], name: on.map((id) => plan.byId.get(id)?.title ?? id) }),
	};
}

/**
 * Prompts for the parts of a win, each with a Back button; undefined if canceled.
 *
 * @param named the IDs of the related items, if they are known
 */
async function promptWin(
	{ session, plan }: { readonly session: PlanSession; readonly plan: Plan },
	draft: PromptDraft,
	named: ReadonlyArray<string>,
): Promise<Win | undefined> {
	const steps = winSteps(session.formatter.numbers);
	const typed = steps.map(() => "");
	const totalSteps = steps.length + (named.length === 0 ? 1 : 0);
	const title = vscode.l10n.t("Note a Win");
	let on: ReadonlyArray<string> = named;
	for (let index = 0; index < totalSteps; ) {
		const field = steps[index];
		const step = { title, step: index + 1, totalSteps };
		if (!field) {
			const picked = await pickRelated(session.formatter, plan, { ...step, draft: draft.field("on") });
			if (picked === undefined) {
				return undefined;
			}
			on = picked === "back" ? [] : picked;
			index += picked === "back" ? -1 : 1;
			continue;
		}
		const value = typed[index] ?? "";
		const answer = await inputStep({ ...field, ...step, value, draft: draft.field(field.key) });
		if (!answer) {
			return undefined;
		}
		typed[index] = answer.value.trim();
		index = answer.back ? Math.max(0, index - 1) : index + 1;
	}
	const [text = "", amount, link] = typed;
	return { text, amount: amount || undefined, link: link || undefined, on };
}

function winSteps(numbers: NumberStyle) {
	return [
		{
			key: "text",
			placeholder: vscode.l10n.t("What was achieved"),
			prompt: vscode.l10n.t("In one sentence, in your own words"),
			validate: (value: string) => (value.trim() === "" ? vscode.l10n.t("Enter what was achieved.") : undefined),
		},
		{
			key: "amount",
			placeholder: "$140K",
			prompt: vscode.l10n.t("Amount (optional)"),
			validate: (value: string) => {
				const read = readWinAmount(value, numbers);
				return "meanings" in read ? ambiguousText(value.trim(), read.meanings) : undefined;
			},
		},
		{
			key: "link",
			placeholder: "https://",
			prompt: vscode.l10n.t("A link as evidence (optional)"),
			validate: () => undefined,
		},
	];
}

/** Prompts for the related items of the plan; returns their IDs. */
async function pickRelated(
	formatter: Formatter,
	plan: Plan,
	{ draft, ...step }: { readonly title: string; readonly step: number; readonly draft: DraftField },
): Promise<ReadonlyArray<string> | "back" | undefined> {
	const items = logTargets(plan).map((target) => {
		const { id, title } = target;
		return {
			id,
			label: formatter.title(plan.byId.get(id) ?? { title }),
			description: isHidden(plan.byId.get(id), formatter) ? "" : logTargetKindText(target, formatter),
		};
	});
	const before = new Set(draft.text?.split("\n"));
	const placeholder = vscode.l10n.t("What it belongs to in the plan (none, one, or several)");
	const chosen = await pickManyStep({
		...step,
		placeholder,
		items,
		isSelected: ({ id }) => before.has(id),
		onSelect: (selected) => draft.keep(selected.map(({ id }) => id).join("\n")),
	});
	return chosen === "back" ? chosen : chosen?.map(({ id }) => id);
}

/** The amount of the arguments, a number or a text. */
function amountIn(given: Readonly<Record<string, unknown>>): string | undefined {
	const { amount } = given;
	return typeof amount === "number" ? String(amount) : textArgument(given, "amount");
}
