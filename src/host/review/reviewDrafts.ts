import * as z from "zod/mini";
import { type ReviewDraft, reviewDraftSchema } from "../../review/reviewDraft.ts";
import type { ReviewKey } from "../../review/reviewPageModel.ts";
import { checksum } from "../../util/checksum.ts";
import type { FileMemento } from "../core/fileMemento.ts";

const keptSchema = z.object({ at: z.number(), draft: reviewDraftSchema });

/** A draft with the time of its last change, in ms since 1970. */
export interface KeptDraft {
	readonly at: number;
	readonly draft: ReviewDraft;
}

/** Unsaved drafts of reviews, stored outside of the window: they survive a crash. */
export class ReviewDrafts {
	private writing: Promise<void> = Promise.resolve();

	/** @param plan the URI of the plan of the reviews */
	constructor(
		private readonly state: FileMemento,
		private readonly plan: string,
	) {}

	/** The draft of a review; undefined if there is none. */
	async get(key: ReviewKey): Promise<KeptDraft | undefined> {
		await this.writing;
		return this.read(key);
	}

	/** Saves a draft; calls run in order. */
	async set(key: ReviewKey, draft: KeptDraft): Promise<void> {
		await this.update(key, () => draft);
	}

	/** Changes a draft; calls run in order, so that nothing is saved between its reading and its writing. */
	async update(key: ReviewKey, change: (kept: KeptDraft | undefined) => KeptDraft): Promise<void> {
		await this.inTurn(async () => this.state.set(this.nameOf(key), JSON.stringify(change(await this.read(key)))));
	}

	/** Deletes the draft of a review. */
	async delete(key: ReviewKey): Promise<void> {
		await this.inTurn(() => this.state.delete(this.nameOf(key)));
	}

	private async read(key: ReviewKey): Promise<KeptDraft | undefined> {
		const text = await this.state.get(this.nameOf(key));
		try {
			const read = keptSchema.safeParse(JSON.parse(text ?? "null"));
			return read.success ? read.data : undefined;
		} catch {
			return undefined;
		}
	}

	private inTurn(write: () => Promise<void>): Promise<void> {
		this.writing = this.writing.then(write, write);
		return this.writing;
	}

	/** A key that is short enough for a file name, however long the URI of the plan is. */
	private nameOf({ checkpoint, occurrence }: ReviewKey): string {
		const place = checksum(new TextEncoder().encode(`${this.plan}\n${checkpoint}`));
		return `review-${place.toString(36)}-${occurrence}`;
	}
}
