import * as vscode from "vscode";
import { aliasesOf } from "../../journal/aliases.ts";
import type { Draft } from "../../journal/newEntry.ts";
import { parseQuantity } from "../../plan/quantity.ts";
import { targetsOfPlan } from "../../present/targets.ts";
import { plainText } from "../plainText.ts";
import { argumentsOf, textIn } from "./commandArguments.ts";
import { knownTarget } from "./knownTarget.ts";
import { needSession } from "./needSession.ts";
import { saveDrafts } from "./saveDrafts.ts";
import { inputStep } from "./steps.ts";
import type { CommandContext } from "./table.ts";
import { isTold, wrongTexts } from "./wrongArguments.ts";

/**
 * Notes something that was achieved, for the impact record: what, perhaps how much, a link as evidence, and what in the plan
 * it belongs to.
 *
 * @param given `{text, amount, link, on}`: `on` one id or a list; with a `text` nothing is asked for
 */
export async function noteWin(context: CommandContext, given?: unknown): Promise<void> {
	const found = await needSession(context);
	if (!found) {
		return;
	}
	const { session, plan } = found;
	const wanted = argumentsOf(given);
	const aliases = aliasesOf(plan.byId.values());
	const ids: ReadonlyArray<unknown> = Array.isArray(wanted["on"]) ? wanted["on"] : [wanted["on"]];
	const named = ids.flatMap((id) => knownTarget({ aliases }, { on: id }) ?? []);
	const { text: told, link: shown } = wanted;
	if (named.includes("unknown") || isTold(wrongTexts({ text: told, link: shown }))) {
		return;
	}
	const text = textIn(wanted, "text");
	const win = text === undefined ? await askForWin() : { text, amount: amountIn(wanted), link: textIn(wanted, "link") };
	const on = win && (text === undefined && named.length === 0 ? await askForTargets() : named);
	if (!win || !on) {
		return;
	}
	const draft: Draft = {
		type: "note",
		text: win.text,
		...(win.amount === undefined ? {} : { amount: amountOf(win.amount) }),
		...(win.link === undefined ? {} : { link: win.link }),
		...(on.length === 0 ? {} : { on: [...on], name: on.map((id) => plan.byId.get(id)?.title ?? id) }),
	};
	await saveDrafts(session, plan, [draft]);

	async function askForTargets(): Promise<ReadonlyArray<string> | undefined> {
		const items = targetsOfPlan(plan).map(({ id, title, kind }) => ({
			id,
			label: plainText(session.words.title(plan.byId.get(id) ?? { title })),
			description: kind,
		}));
		const placeHolder = vscode.l10n.t("What in the plan it belongs to; none or several");
		const title = vscode.l10n.t("Note a Win");
		const chosen = await vscode.window.showQuickPick(items, { title, placeHolder, canPickMany: true });
		return chosen?.map(({ id }) => id);
	}
}

/** The parts of a win as they are typed, with a way back from each to the one before. */
async function askForWin() {
	const title = vscode.l10n.t("Note a Win");
	const steps = [
		{
			placeholder: vscode.l10n.t("What was achieved"),
			prompt: vscode.l10n.t("In a sentence, as you would tell it"),
			required: true,
		},
		{ placeholder: "$140K", prompt: vscode.l10n.t("How much, if it can be said; may stay empty"), required: false },
		{ placeholder: "https://", prompt: vscode.l10n.t("A link that shows it; may stay empty"), required: false },
	];
	const typed = steps.map(() => "");
	for (let index = 0; index < steps.length; ) {
		const { placeholder, prompt, required } = steps[index] ?? { placeholder: "", prompt: "", required: false };
		const answer = await inputStep({
			title,
			step: index + 1,
			totalSteps: steps.length + 1,
			placeholder,
			prompt,
			value: typed[index] ?? "",
			validate: (value) => (required && value.trim() === "" ? vscode.l10n.t("Write what was achieved.") : undefined),
		});
		if (!answer) {
			return undefined;
		}
		typed[index] = answer.value.trim();
		index += answer.back ? (index === 0 ? 0 : -1) : 1;
	}
	const [text = "", amount, link] = typed;
	return { text, amount: amount || undefined, link: link || undefined };
}

/** The amount in the arguments, a number or a text. */
function amountIn(given: Readonly<Record<string, unknown>>): string | undefined {
	const { amount } = given;
	return typeof amount === "number" ? String(amount) : textIn(given, "amount");
}

/** A plain number as such, all else as it was written: `$140K` keeps its currency. */
function amountOf(text: string): number | string {
	const quantity = parseQuantity(text);
	return typeof quantity !== "string" && /^[+-]?[\d.,]+$/.test(text) ? quantity.low : text;
}
