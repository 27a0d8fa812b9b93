import * as z from "zod/mini";
import { groupings } from "../rows/viewOptions.ts";
import type { OverviewPage } from "./overviewPageModel.ts";
import type { OverviewPatch } from "./overviewPatch.ts";
import { unpackOverview } from "./packOverview.ts";

const key = z.string().check(z.maxLength(500));

/** The types of files that the page can be exported to. */
export const exportTypes = ["html", "svg", "png"] as const;

export type ExportType = (typeof exportTypes)[number];

const requestSchema = z.discriminatedUnion("do", [
	/** Selects a node in the plan and its row in the view. `focus`: whether the editor gets the focus. */
	z.object({ do: z.literal("show"), key, focus: z.boolean() }),
	/** Logs progress on an item, or opens a review. */
	z.object({ do: z.literal("log"), key }),
	/** Changes the date of an item with Replan. `day`: its new last day; without it, Replan asks. */
	z.object({ do: z.literal("replan"), key, day: z.optional(z.int()) }),
	/** Asks for the tooltip of a row; the answer has it in `tip`. */
	z.object({ do: z.literal("tip"), key }),
	/** Asks the user for the type of an export, which the host then starts. */
	z.object({ do: z.literal("chooseExport") }),
	/** Asks for the page without anything private; the answer has it in `page`. */
	z.object({ do: z.literal("pageToExport") }),
	/** Saves the exported page, or an image of its timeline: a PNG is encoded as base64. */
	z.object({ do: z.literal("export"), type: z.enum(exportTypes), content: z.string().check(z.maxLength(20_000_000)) }),
]);

/** What the page says to the host. */
export const overviewMessageSchema = z.discriminatedUnion("kind", [
	/** The page was loaded or shown, and requests its content. */
	z.object({ kind: z.literal("ready") }),
	/** A request; the answer has the same ID. */
	z.object({ kind: z.literal("request"), id: z.int(), request: requestSchema }),
]);

export type OverviewMessage = z.output<typeof overviewMessageSchema>;
export type OverviewRequest = z.output<typeof requestSchema>;

/** A message of the host. */
export type OverviewHostMessage =
	/** What of the page has changed, all of it at first. */
	| { readonly kind: "overview"; readonly patch: OverviewPatch }
	/** Starts an export, as if its button was pressed. */
	| { readonly kind: "export"; readonly type: ExportType }
	| OverviewAnswer;

/** The answer to a request. `error` is a message for the user. */
export type OverviewAnswer =
	| {
			readonly kind: "answer";
			readonly id: number;
			readonly ok: true;
			readonly page?: OverviewPage;
			readonly tip?: string;
	  }
	| { readonly kind: "answer"; readonly id: number; readonly ok: false; readonly error: string };

const answer = { kind: z.literal("answer"), id: z.number() };
/** The main shape only: the host is a part of the same extension. */
const hostMessageSchema = z.union([
	z.object({ kind: z.literal("overview"), patch: z.record(z.string(), z.unknown()) }),
	z.object({ kind: z.literal("export"), type: z.enum(exportTypes) }),
	z.object({
		...answer,
		ok: z.literal(true),
		page: z.optional(z.record(z.string(), z.unknown())),
		tip: z.optional(z.string()),
	}),
	z.object({ ...answer, ok: z.literal(false), error: z.string() }),
]);

const savedOverviewSchema = z.object({
	/** The days that the timeline shows, fractions included; absent until the user zooms. */
	view: z.optional(z.object({ first: z.number(), last: z.number() })),
	grouping: z.enum(groupings),
	filter: z.enum(["all", "open", "due"]),
	/** The keys of folded sections. */
	folds: z.array(z.string()),
	isTable: z.boolean(),
	/** How far the page and its timeline are scrolled, in CSS pixels. */
	scroll: z.number(),
	rowsScroll: z.number(),
});

/** What outlives the page when it is hidden or the window is reloaded. */
export type SavedOverview = z.output<typeof savedOverviewSchema>;

/** A message of the host, as an object or packed; undefined if the page doesn't know it. */
export function parseOverviewMessage(data: unknown): OverviewHostMessage | undefined {
	const result = hostMessageSchema.safeParse(typeof data === "string" ? unpackOverview(data) : data);
	return result.success ? (result.data as unknown as OverviewHostMessage) : undefined;
}

/** The state that the page stored; the usual one if there is none, or if it is invalid. */
export function parseSavedOverview(data: unknown): SavedOverview {
	const result = savedOverviewSchema.safeParse(data);
	return result.success
		? result.data
		: { grouping: "phase", filter: "all", folds: [], isTable: false, scroll: 0, rowsScroll: 0 };
}
