import * as vscode from "vscode";
import type { OutlineNode } from "../../viewmodel/editor/outline.ts";
import { planPlaces } from "../../viewmodel/search/planPlaces.ts";
import { isHidden } from "../../viewmodel/text/privacy.ts";
import type { ViewSource } from "../../viewmodel/text/viewSource.ts";
import { LineOffsets } from "../core/lineOffsets.ts";
import type { PlanSession } from "../session/planSession.ts";

/** The kinds of a symbol in VS Code, which choose its icon. */
export const symbolKinds: Readonly<Record<OutlineNode["kind"], vscode.SymbolKind>> = {
	phase: vscode.SymbolKind.Module,
	group: vscode.SymbolKind.Namespace,
	item: vscode.SymbolKind.Field,
	track: vscode.SymbolKind.Class,
	measure: vscode.SymbolKind.Number,
	commitment: vscode.SymbolKind.Event,
	checkpoint: vscode.SymbolKind.Event,
	other: vscode.SymbolKind.Object,
};

/** Finds what the plan has, and the reviews that were held, in the list of Go to Symbol in Workspace. */
export class WorkspaceSymbols implements vscode.WorkspaceSymbolProvider {
	constructor(private readonly session: PlanSession) {}

	/** All of them: VS Code filters and sorts what matches. */
	async provideWorkspaceSymbols(): Promise<Array<vscode.SymbolInformation>> {
		const source = await this.session.source();
		const read = await this.session.planText();
		if (!source || read.kind !== "text") {
			return [];
		}
		const lines = new LineOffsets(read.text);
		const places = planPlaces(source.plan, source.formatter).map(({ title, kind, detail, container, range }) => {
			const location = new vscode.Location(this.session.planUri, lines.range(range));
			const inside = [detail, container].filter(Boolean).join(" · ");
			return new vscode.SymbolInformation(title || "–", symbolKinds[kind], inside, location);
		});
		return [...places, ...this.reviews(source)];
	}

	/** The reviews that were held, at their lines in the journal. */
	private reviews({ snapshot, formatter }: ViewSource): ReadonlyArray<vscode.SymbolInformation> {
		const { journal } = this.session;
		return snapshot.checkpoints.flatMap(({ checkpoint, review }) => {
			const place = review && journal.ledger.placeOf(review.entry.id);
			if (!review || !place || isHidden(checkpoint, formatter)) {
				return [];
			}
			const location = new vscode.Location(journal.uriOf(place.file), new vscode.Position(place.line - 1, 0));
			const held = vscode.l10n.t("review, held {0}", formatter.date(review.day));
			return [new vscode.SymbolInformation(formatter.title(checkpoint), vscode.SymbolKind.Event, held, location)];
		});
	}
}
