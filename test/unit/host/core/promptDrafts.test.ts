import { strict as assert } from "node:assert";
import fc from "fast-check";
import { PromptDrafts } from "../../../../src/host/core/promptDrafts.ts";
import { runs } from "../../../harness/depth.ts";

/** Files by name, on a disk that may be full. */
class StoredFiles {
	readonly files = new Map<string, string>();
	isFull = false;

	async get(name: string): Promise<string | undefined> {
		return this.files.get(name);
	}

	async set(name: string, text: string): Promise<void> {
		if (this.isFull) throw new Error("no space left");
		this.files.set(name, text);
	}

	async delete(name: string): Promise<void> {
		this.files.delete(name);
	}
}

describe("prompt drafts", () => {
	const text = fc.string({ minLength: 1, maxLength: 20 });

	it("keep each text until it is cleared, also for the next session", async () => {
		await fc.assert(
			fc.asyncProperty(fc.dictionary(text, text, { maxKeys: 5 }), text, async (typed, name) => {
				const store = new StoredFiles();
				const draft = await new PromptDrafts(store, "file:///plan").of(name);
				for (const [step, value] of Object.entries(typed)) {
					for (let length = 1; length <= value.length; length++) draft.field(step).keep(value.slice(0, length));
				}
				await draft.settled();
				const next = await new PromptDrafts(store, "file:///plan").of(name);
				for (const [step, value] of Object.entries(typed)) {
					assert.equal(next.field(step).text, value);
					assert.equal(next.field(step).isRestored, true);
					assert.equal(draft.field(step).isRestored, false);
				}
				next.clear();
				await next.settled();
				assert.deepEqual(next.texts, {});
				assert.equal(store.files.size, 0);
			}),
			{ numRuns: runs(200) },
		);
	});

	it("are separate for each plan and each prompt, and an empty text isn't a draft", async () => {
		const store = new StoredFiles();
		const drafts = new PromptDrafts(store, "file:///a");
		const draft = await drafts.of("win");
		draft.field("text").keep("Cut the bill");
		await draft.settled();
		assert.deepEqual((await new PromptDrafts(store, "file:///b").of("win")).texts, {});
		assert.deepEqual((await drafts.of("logTime")).texts, {});
		draft.field("text").keep("");
		assert.deepEqual((await drafts.of("win")).texts, {});
	});

	it("stay in the window if the disk is full, or if there is none", async () => {
		const store = new StoredFiles();
		store.isFull = true;
		for (const drafts of [new PromptDrafts(store, "p"), new PromptDrafts(undefined, "p")]) {
			(await drafts.of("win")).field("text").keep("Cut the bill");
			assert.deepEqual((await drafts.of("win")).texts, { text: "Cut the bill" });
		}
	});

	it("ignore what can't be read", async () => {
		for (const stored of ["{", "null", "3", '{"text":1}', '["a"', '{"link":"x","text":{}}']) {
			const store = new StoredFiles();
			const drafts = new PromptDrafts(store, "p");
			const draft = await drafts.of("win");
			draft.field("text").keep("a");
			await draft.settled();
			for (const name of store.files.keys()) store.files.set(name, stored);
			assert.deepEqual((await drafts.of("win")).texts, stored.includes("link") ? { link: "x" } : {});
		}
	});
});
