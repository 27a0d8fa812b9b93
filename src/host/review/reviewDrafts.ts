import * as z from "zod";
import { checksum } from "../../journal/checksum.ts";
import { type ReviewDraft, reviewDraftSchema } from "../../present/review/draft.ts";
import type { ReviewKey } from "../../present/review/page.ts";
import type { SharedMemory } from "../sharedMemory.ts";

const keptSchema = z.object({ at: z.number(), draft: reviewDraftSchema });

/** A draft with the time of its last change, in ms since 1970. */
export interface KeptDraft {
	readonly at: number;
	readonly draft: ReviewDraft;
}

/** What is filled in of reviews and not saved yet, kept outside of the window: it outlives a crash. */
export class ReviewDrafts {
	private writing: Promise<void> = Promise.resolve();

	/** @param plan the address of the plan that the reviews belong to */
	constructor(
		private readonly memory: SharedMemory,
		private readonly plan: string,
	) {}

	/** The draft of a review; undefined where there is none. */
	async get(key: ReviewKey): Promise<KeptDraft | undefined> {
		await this.writing;
		const text = await this.memory.get(this.nameOf(key));
		try {
			const read = keptSchema.safeParse(JSON.parse(text ?? "null"));
			return read.success ? read.data : undefined;
		} catch {
			return undefined;
		}
	}

	/** Keeps a draft in the place of the one before; one after the other, in the order of the calls. */
	async set(key: ReviewKey, draft: KeptDraft): Promise<void> {
		await this.inTurn(() => this.memory.set(this.nameOf(key), JSON.stringify(draft)));
	}

	/** Forgets the draft of a review. */
	async delete(key: ReviewKey): Promise<void> {
		await this.inTurn(() => this.memory.delete(this.nameOf(key)));
	}

	private inTurn(write: () => Promise<void>): Promise<void> {
		this.writing = this.writing.then(write, write);
		return this.writing;
	}

	/** Short enough for a file's name, however long the plan's address is. */
	private nameOf({ checkpoint, occurrence }: ReviewKey): string {
		const place = checksum(new TextEncoder().encode(`${this.plan}\n${checkpoint}`));
		return `review-${place.toString(36)}-${occurrence}`;
	}
}
