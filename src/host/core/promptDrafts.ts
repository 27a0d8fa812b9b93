import { checksum } from "../../util/checksum.ts";
import { detach } from "./detach.ts";
import type { FileMemento } from "./fileMemento.ts";

/** The most characters of one text. */
const maxLength = 20_000;

type DraftTexts = Readonly<Record<string, string>>;
type DraftStore = Pick<FileMemento, "get" | "set" | "delete">;

/** A text of a prompt that isn't saved yet. */
export interface DraftField {
	/** The text; undefined if there is none. */
	readonly text: string | undefined;
	/** Whether it was already there when the prompt was opened. */
	readonly isRestored: boolean;
	/** Remembers another text; an empty one or undefined forgets it. */
	keep(text: string | undefined): void;
}

/** What was typed into one prompt and isn't saved yet, by step. */
export class PromptDraft {
	private current: DraftTexts = {};
	private restored: DraftTexts = {};
	private writing: Promise<void> | undefined;
	private isChanged = false;
	private hasFailed = false;

	/** @param store undefined to remember it only as long as this object lives */
	constructor(
		private readonly store: DraftStore | undefined,
		private readonly name: string,
	) {}

	/** The texts of all steps. */
	get texts(): DraftTexts {
		return this.current;
	}

	/** Reads what was stored, when the prompt is opened. */
	async open(): Promise<this> {
		await this.writing;
		// What could not be written is only here.
		if (this.store && !this.hasFailed) {
			this.current = textsIn(await this.store.get(this.name));
		}
		this.restored = this.current;
		return this;
	}

	/** The text of a step. */
	field(step: string): DraftField {
		const text = () => this.current[step];
		const isRestored = () => text() !== undefined && text() === this.restored[step];
		const keep = (typed: string | undefined) => {
			const { [step]: old, ...others } = this.current;
			if ((typed ?? "") !== (old ?? "")) {
				this.change(typed ? { ...others, [step]: typed.slice(0, maxLength) } : others);
			}
		};
		return {
			get text() {
				return text();
			},
			get isRestored() {
				return isRestored();
			},
			keep,
		};
	}

	/** Forgets all texts, after they were saved. */
	clear(): void {
		if (Object.keys(this.current).length > 0) {
			this.change({});
		}
	}

	/** Resolves when everything is stored. */
	async settled(): Promise<void> {
		await this.writing;
	}

	private change(texts: DraftTexts): void {
		this.current = texts;
		this.isChanged = true;
		if (this.store && !this.writing) {
			this.writing = this.write(this.store);
			detach(this.writing);
		}
	}

	/** Writes one state after the other, and skips those that are outdated. */
	private async write(store: DraftStore): Promise<void> {
		try {
			while (this.isChanged) {
				this.isChanged = false;
				const isEmpty = Object.keys(this.current).length === 0;
				await (isEmpty ? store.delete(this.name) : store.set(this.name, JSON.stringify(this.current)));
			}
			this.hasFailed = false;
		} catch {
			this.hasFailed = true;
		} finally {
			this.writing = undefined;
		}
	}
}

/**
 * Remembers what was typed into the prompts of a plan until it is saved: it survives Escape, another command, a reload
 * of the window, and a failed save.
 */
export class PromptDrafts {
	private readonly drafts = new Map<string, PromptDraft>();

	/** @param plan the URI of the plan */
	constructor(
		private readonly store: DraftStore | undefined,
		private readonly plan: string,
	) {}

	/** The draft of a prompt, by a name that differs for each. */
	async of(name: string): Promise<PromptDraft> {
		const draft = this.drafts.get(name) ?? new PromptDraft(this.store, this.fileOf(name));
		this.drafts.set(name, draft);
		return draft.open();
	}

	/** A name that is short enough for a file, however long the URI of the plan is. */
	private fileOf(name: string): string {
		return `prompt-${checksum(new TextEncoder().encode(`${this.plan}\n${name}`)).toString(36)}`;
	}
}

/** The texts of a stored value: another version may have stored something else. */
function textsIn(stored: string | undefined): DraftTexts {
	try {
		const entries = Object.entries(JSON.parse(stored ?? "{}") ?? {});
		return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === "string"));
	} catch {
		return {};
	}
}
