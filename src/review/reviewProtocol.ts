import * as z from "zod/mini";
import { type ReviewDraft, reviewDraftSchema, shownDraftSchema } from "./reviewDraft.ts";
import type { ReviewKey, ReviewPage } from "./reviewPageModel.ts";

/** Which review a page is of. */
export const reviewKeySchema = z.object({ checkpoint: z.string(), occurrence: z.union([z.int(), z.string()]) });

const requestSchema = z.discriminatedUnion("do", [
	/** Saves the review; answered when it is saved. */
	z.object({ do: z.literal("save"), draft: reviewDraftSchema }),
	/** Amends a saved review. */
	z.object({ do: z.literal("amend") }),
	/** Discards the draft. */
	z.object({ do: z.literal("discard") }),
	/** Opens the previous review next to this one. */
	z.object({ do: z.literal("openPrevious") }),
	/** Shows an item in the plan. */
	z.object({ do: z.literal("openItem"), id: z.string().check(z.maxLength(200)) }),
	/** Lists ways back on track, which change the plan or become promises of the review. */
	z.object({ do: z.literal("getBackOnTrack") }),
	/** Asks for the page without anything private; the answer has it in `page`. */
	z.object({ do: z.literal("pageToExport") }),
	/** Saves the exported page as a file. */
	z.object({ do: z.literal("export"), html: z.string().check(z.maxLength(20_000_000)) }),
]);

/** What the page says to the host. */
export const pageMessageSchema = z.discriminatedUnion("kind", [
	/** The page was loaded or shown, and requests its content. */
	z.object({ kind: z.literal("ready") }),
	/** The current draft. `at`: ms since 1970 of the last change. */
	z.object({ kind: z.literal("draft"), draft: reviewDraftSchema, at: z.number() }),
	/** A request; the answer has the same ID. */
	z.object({ kind: z.literal("request"), id: z.int(), request: requestSchema }),
]);

/** What the page says to the host. */
export type PageMessage = z.output<typeof pageMessageSchema>;

/** A request to the host. */
export type PageRequest = z.output<typeof requestSchema>;

/** A message of the host. */
export type HostMessage =
	/** The content. `draft`: the unsaved draft, with the time of its last change. */
	| { readonly kind: "page"; readonly page: ReviewPage; readonly draft?: ReviewDraft; readonly at?: number }
	/** Starts an export, as if the button was pressed. */
	| { readonly kind: "export" }
	| HostAnswer;

/** The answer to a request. `error` is a message for the user. */
export type HostAnswer =
	| { readonly kind: "answer"; readonly id: number; readonly ok: true; readonly page?: ReviewPage }
	| { readonly kind: "answer"; readonly id: number; readonly ok: false; readonly error: string };

/** What outlives the page when it is hidden or the window is reloaded. `at`: ms since 1970 of the draft's last change. */
export interface SavedState extends ReviewKey {
	readonly draft?: ReviewDraft;
	readonly at?: number;
	/** How far the page is scrolled, in CSS pixels. */
	readonly scroll: number;
}

const lines = z.array(z.unknown());
const table = z.looseObject({ title: z.string(), columns: lines, rows: lines });

/** The main shape only: the host is a part of the same extension. It catches a page of another version. */
const page = z.looseObject({
	key: reviewKeySchema,
	title: z.string(),
	facts: lines,
	mode: z.enum(["open", "held"]),
	labels: z.record(z.string(), z.string()),
	promises: lines,
	groups: lines,
	hours: table,
	habits: table,
	split: table,
	amendments: table,
	shifts: table,
	offTrack: z.string(),
	indicators: lines,
	drives: table,
	risks: lines,
	charts: lines,
	questions: lines,
	linkable: lines,
	changes: lines,
	written: shownDraftSchema,
} satisfies { readonly [K in keyof ReviewPage]: z.ZodMiniType });

const draftAt = { draft: z.optional(shownDraftSchema), at: z.optional(z.number()) };
const answer = { kind: z.literal("answer"), id: z.number() };

const hostMessageSchema = z.union([
	z.object({ kind: z.literal("page"), page, ...draftAt }),
	z.object({ kind: z.literal("export") }),
	z.object({ ...answer, ok: z.literal(true), page: z.optional(page) }),
	z.object({ ...answer, ok: z.literal(false), error: z.string() }),
]);

const savedStateSchema = z.object({ ...reviewKeySchema.shape, ...draftAt, scroll: z.number() });

/** A message of the host; undefined if the page doesn't know it. */
export function parseHostMessage(data: unknown): HostMessage | undefined {
	const result = hostMessageSchema.safeParse(data);
	return result.success ? (result.data as HostMessage) : undefined;
}

/** The state that the page stored; undefined if there is none, or if it is invalid. */
export function parseSavedState(data: unknown): SavedState | undefined {
	const result = savedStateSchema.safeParse(data);
	return result.success ? (result.data as SavedState) : undefined;
}
