import * as vscode from "vscode";
import type { LineFate, Proposal, SkipReason } from "../../importer/markdown/proposal.ts";
import type { ImportSource } from "./importSource.ts";

/** What became of each line of the source, as Markdown: first what is not imported. */
export function importReport({ name, text }: ImportSource, { fates, statuses }: Proposal): string {
	const lines = text.split(/\r\n|\r|\n/);
	const rows = [...fates];
	const placed = rows.filter(([, { kind }]) => kind === "placed");
	const skipped = rows.filter(([, { kind }]) => kind === "skipped");
	const row = ([line, fate]: readonly [number, LineFate]) =>
		`- ${line}: ${(lines[line - 1] ?? "").trim().slice(0, 200)} → ${fateText(fate)}`;
	return [
		`# ${vscode.l10n.t("Import of {0}", name)}`,
		vscode.l10n.t("Lines in the plan: {0}. Lines not imported: {1}.", placed.length, skipped.length),
		...(skipped.length === 0 ? [] : [`## ${vscode.l10n.t("Not imported")}`, skipped.map(row).join("\n")]),
		...(statuses.length === 0
			? []
			: [
					`## ${vscode.l10n.t("Logged when you accept")}`,
					statuses
						.map(({ line, title, set, day }) => [`- ${line}: ${title} → ${set}`, ...(day ?? [])].join(", "))
						.join("\n"),
				]),
		...(placed.length === 0 ? [] : [`## ${vscode.l10n.t("In the plan")}`, placed.map(row).join("\n")]),
	].join("\n\n");
}

function fateText(fate: LineFate): string {
	return fate.kind === "placed" ? `\`${fate.place.replaceAll("`", "'")}\`` : reasonText(fate.reason);
}

function reasonText(reason: SkipReason): string {
	switch (reason) {
		case "prose":
			return vscode.l10n.t("text without an item");
		case "empty":
			return vscode.l10n.t("label without text");
		case "struck":
			return vscode.l10n.t("struck out");
		case "front-matter":
			return vscode.l10n.t("front matter");
		case "contents":
			return vscode.l10n.t("table of contents or links");
		case "rule":
			return vscode.l10n.t("line between sections");
		case "code":
			return vscode.l10n.t("code");
		case "html":
			return vscode.l10n.t("HTML tags");
		case "quote":
			return vscode.l10n.t("quotation");
		case "log":
			return vscode.l10n.t("log of past days");
		case "summary":
			return vscode.l10n.t("overview of what is already there");
		case "definition":
			return vscode.l10n.t("link definition");
		case "table":
			return vscode.l10n.t("table of numbers");
		case "other":
			return vscode.l10n.t("not recognized");
	}
}
