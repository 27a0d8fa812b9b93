import * as vscode from "vscode";
import type { ChangePorts, JournalState, PlanState } from "../../journal/changeProtocol.ts";
import type { Entry } from "../../journal/entry.ts";
import { type PlanSwap, swapEdits } from "../../plan/edit/planSwap.ts";
import type { Clock } from "../core/clock.ts";
import { editText } from "../core/editText.ts";
import type { FileMemento } from "../core/fileMemento.ts";
import type { FileWriter } from "../core/fileWriter.ts";
import { readText } from "../core/readText.ts";
import type { JournalStore } from "../journal/journalStore.ts";

/** A plan with its journal, and their writers. */
interface PlanFiles {
	readonly planUri: vscode.Uri;
	readonly journal: JournalStore;
	readonly files: FileWriter;
	readonly clock: Clock;
}

/** The operations for plan changes: the plan file, its journal, and the storage of pending changes. */
export class PlanPorts implements ChangePorts {
	readonly owner = crypto.randomUUID();
	private kept: string | undefined;

	/** @param state is kept after the session; without it, an interrupted change is not finished */
	constructor(
		private readonly of: PlanFiles,
		private readonly state: FileMemento | undefined,
	) {}

	async swap(swap: PlanSwap): Promise<boolean> {
		const { planUri, files } = this.of;
		try {
			return (await editText(files, planUri, (text) => swapEdits(text, swap), "always")) === undefined;
		} catch {
			// The result is checked next.
			return false;
		}
	}

	async planState(swap: PlanSwap): Promise<PlanState> {
		const { planUri, files } = this.of;
		files.checkSaves(planUri);
		const onDisk = stateIn(await files.run(planUri, () => readText(planUri)), swap);
		const open = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === planUri.toString());
		// After a reload the change may be in the editor but not on disk; a failed save may have torn the file.
		return open?.isDirty && onDisk !== "after" ? stateIn(open.getText(), swap) : onDisk;
	}

	append(entries: ReadonlyArray<Entry>): Promise<void> {
		return this.of.journal.append(entries);
	}

	async journalState(entries: ReadonlyArray<Entry>): Promise<JournalState> {
		const { journal } = this.of;
		await journal.refresh(true);
		const { ledger } = journal;
		const count = entries.filter(({ id }) => ledger.get(id)).length;
		if (count === entries.length) {
			return "all";
		}
		if (journal.unread().length > 0) {
			return "unknown";
		}
		return count > 0 ? "some" : "none";
	}

	async remember(text: string): Promise<boolean> {
		if (this.state) {
			return this.state.claim(await this.name(), text);
		}
		this.kept ??= text;
		return this.kept === text;
	}

	async remembered(): Promise<string | undefined> {
		return this.state ? this.state.load(await this.name()) : this.kept;
	}

	async forget(text: string): Promise<void> {
		if ((await this.remembered()) === text) {
			this.kept = undefined;
			await this.state?.delete(await this.name());
		}
	}

	now(): number {
		return this.of.clock.now();
	}

	/** A path may be too long for a file name. */
	private async name(): Promise<string> {
		const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(this.of.planUri.toString()));
		const hex = [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
		return `change-${hex.slice(0, 32)}`;
	}
}

function stateIn(text: string, swap: PlanSwap): PlanState {
	const edits = swapEdits(text, swap);
	if (edits === "unsafe") {
		return "neither";
	}
	return edits.length === 0 ? "after" : "before";
}
