import type * as vscode from "vscode";
import { checksum } from "../../util/checksum.ts";
import { FileMemento } from "../core/fileMemento.ts";

/** Remembers what a source proposed when it was last imported into a plan, so that importing it again finds what it changed. */
export class ImportedProposals {
	private readonly store: FileMemento;
	private readonly name: string;

	/** @param storage the global storage of the extension @param source the name of the source */
	constructor(storage: vscode.Uri, plan: vscode.Uri, source: string) {
		this.store = new FileMemento(storage);
		this.name = `imported-${checksum(new TextEncoder().encode(`${plan.toString()}\n${source}`)).toString(36)}`;
	}

	/** The text of the last proposal; undefined if there was none. */
	last(): Promise<string | undefined> {
		return this.store.get(this.name);
	}

	/** Remembers a proposal that was accepted. */
	remember(text: string): Promise<void> {
		return this.store.set(this.name, text);
	}
}
