import * as vscode from "vscode";
import type { Named } from "../../../plan/plan.ts";
import type { Row } from "../../../viewmodel/rows/row.ts";
import { isHidden } from "../../../viewmodel/text/privacy.ts";
import type { ViewSource } from "../../../viewmodel/text/viewSource.ts";
import { pickStep } from "../../ui/quickInput.ts";
import { textArgument } from "../commandArguments.ts";
import { focusedRow } from "./focusedRow.ts";

/**
 * The node of the plan that a command is about: of the given row or ID, or of the row that has the focus in the Roadmap
 * view, or the one that the user chooses. Undefined if canceled.
 *
 * @param nodes what it can be
 * @param title the title of the prompt
 */
export async function planNodeOf<T extends Named>(
	selectedRows: () => ReadonlyArray<Row>,
	given: unknown,
	nodes: ReadonlyArray<T>,
	{ source, title }: { readonly source: ViewSource; readonly title: string },
): Promise<T | undefined> {
	const { formatter, aliases } = source;
	const wanted = (given ?? {}) as Readonly<Record<string, unknown>> & { readonly row?: Row };
	const row = wanted.row ?? (wanted["focused"] === true ? await focusedRow(selectedRows) : undefined);
	const on = textArgument(wanted, "on");
	const found = nodes.find(
		({ id, range }) =>
			(row?.target === undefined ? range.start === row?.range?.start : id === row.target) ||
			(on !== undefined && id === aliases.idOf(on)),
	);
	if (found) {
		return found;
	}
	const items = nodes
		.filter((node) => !isHidden(node, formatter))
		.map((node) => ({ node, label: formatter.title(node) }));
	return (await pickStep({ title, placeholder: vscode.l10n.t("Which one?"), items }))?.node;
}
