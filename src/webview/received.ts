import * as z from "zod/mini";
import type { HostMessage } from "../present/review/messages.ts";
import type { ReviewPage } from "../present/review/page.ts";
import type { SavedState } from "./vscodeApi.ts";

const verdict = z.optional(z.enum(["yes", "partly", "no"]));
const note = z.optional(z.string());
const draft = z.object({
	answers: z.array(z.object({ question: z.string(), verdict, note })),
	ratings: z.array(z.object({ on: z.string(), value: z.string() })),
	summary: z.string(),
	next: z.array(z.object({ id: z.string(), text: z.string(), on: note, due: note })),
	kept: z.array(z.object({ promise: z.string(), verdict, note })),
});
const key = { checkpoint: z.string(), occurrence: z.number() };

/** The main shape only: the host is a part of the same extension. It catches a page of another version. */
const page = z.looseObject({
	key: z.object(key),
	title: z.string(),
	mode: z.enum(["open", "held"]),
	labels: z.record(z.string(), z.string()),
	...Object.fromEntries(
		["facts", "promises", "groups", "indicators", "risks", "pictures", "questions", "linkable", "changes"].map(
			(name) => [name, z.array(z.unknown())],
		),
	),
	written: draft,
});

const answer = { kind: z.literal("answer"), id: z.number() };

const message = z.union([
	z.object({ kind: z.literal("page"), page, draft: z.optional(draft), at: z.optional(z.number()) }),
	z.object({ kind: z.literal("export") }),
	z.object({ ...answer, ok: z.literal(true), page: z.optional(page) }),
	z.object({ ...answer, ok: z.literal(false), error: z.string() }),
]);

const state = z.object({ ...key, draft: z.optional(draft), at: z.optional(z.number()), scroll: z.number() });

/** A message of the host, or undefined when it is none that this page knows. */
export function hostMessage(data: unknown): HostMessage | undefined {
	const result = message.safeParse(data);
	return result.success ? (result.data as HostMessage) : undefined;
}

/** What the page kept, or undefined when there is nothing, or nothing that can be used. */
export function savedState(data: unknown): SavedState | undefined {
	const result = state.safeParse(data);
	return result.success ? (result.data as SavedState) : undefined;
}

/** Whether both are of the same review. */
export function isSameReview(page: ReviewPage | undefined, saved: SavedState | undefined): boolean {
	const isSame = page?.key.checkpoint === saved?.checkpoint && page?.key.occurrence === saved?.occurrence;
	return page !== undefined && isSame;
}
