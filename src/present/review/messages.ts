import * as z from "zod";
import { type ReviewDraft, reviewDraftSchema } from "./draft.ts";
import type { ReviewPage } from "./page.ts";

const requestSchema = z.discriminatedUnion("do", [
	/** Saves the review; the answer comes when it is saved. */
	z.object({ do: z.literal("save"), draft: reviewDraftSchema }),
	/** Makes a review that was held editable. */
	z.object({ do: z.literal("amend") }),
	/** Throws the draft away. */
	z.object({ do: z.literal("discard") }),
	/** Opens the review before beside this one. */
	z.object({ do: z.literal("openPrevious") }),
	/** Shows an item in the plan. */
	z.object({ do: z.literal("openItem"), id: z.string().max(200) }),
	/** Asks for the page without anything private; the answer has it in `page`. */
	z.object({ do: z.literal("pageToExport") }),
	/** Saves the page that was made of it as a file of its own. */
	z.object({ do: z.literal("export"), html: z.string().max(20_000_000) }),
]);

/** What the page says to the host. */
export const pageMessageSchema = z.discriminatedUnion("kind", [
	/** It is loaded, or shown again, and asks for its content. */
	z.object({ kind: z.literal("ready") }),
	/** What is filled in so far. `at`: ms since 1970 of the last change. */
	z.object({ kind: z.literal("draft"), draft: reviewDraftSchema, at: z.number() }),
	/** Something to do, which is always answered under the same id. */
	z.object({ kind: z.literal("request"), id: z.int(), request: requestSchema }),
]);

/** What the page says to the host. */
export type PageMessage = z.output<typeof pageMessageSchema>;

/** Something that the page asks the host to do. */
export type PageRequest = z.output<typeof requestSchema>;

/** What the host says to the page. */
export type HostMessage =
	/** The page's content. `draft`: what was filled in and is not saved yet, with the time of its last change. */
	| { readonly kind: "page"; readonly page: ReviewPage; readonly draft?: ReviewDraft; readonly at?: number }
	/** The host wants the page to be exported, as if its button had been pressed. */
	| { readonly kind: "export" }
	| HostAnswer;

/** The answer to a request. `error` says in words what went wrong. */
export type HostAnswer =
	| { readonly kind: "answer"; readonly id: number; readonly ok: true; readonly page?: ReviewPage }
	| { readonly kind: "answer"; readonly id: number; readonly ok: false; readonly error: string };
