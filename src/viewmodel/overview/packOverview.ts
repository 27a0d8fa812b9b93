import type { TimelineRow } from "./overviewPageModel.ts";
import type { OverviewPatch, TimelinePatch } from "./overviewPatch.ts";

/** A message to the page, which may have a part of it. */
interface PackableMessage {
	readonly kind: string;
	readonly patch?: OverviewPatch;
}

/** What many rows have in common. */
type RowShape = Omit<TimelineRow, "key" | "title">;

/** A timeline whose rows are short. */
interface PackedTimeline extends Omit<TimelinePatch, "rows" | "order"> {
	readonly shapes: ReadonlyArray<RowShape>;
	/** The key, the title, and the index of the shape of each row. */
	readonly rows: ReadonlyArray<readonly [key: string, title: string, shape: number]>;
	/** `true` if the rows are all there are, in their order. */
	readonly order?: ReadonlyArray<string> | true;
}

/**
 * A message to the page as JSON in which equal parts of rows occur once. VS Code sends it through several processes, where
 * an object of thousands of rows takes longer than all else of opening the page.
 */
export function packOverview(message: PackableMessage): string {
	const { patch } = message;
	return JSON.stringify(
		patch?.timeline ? { ...message, patch: { ...patch, timeline: packTimeline(patch.timeline) } } : message,
	);
}

/** The message that was packed, not validated yet; undefined if it isn't JSON. */
export function unpackOverview(text: string): unknown {
	try {
		const message = JSON.parse(text);
		const timeline: PackedTimeline | undefined = message?.patch?.timeline;
		return timeline ? { ...message, patch: { ...message.patch, timeline: unpackTimeline(timeline) } } : message;
	} catch {
		return undefined;
	}
}

function packTimeline({ rows, order, ...frame }: TimelinePatch): PackedTimeline {
	const shapes = new Map<string, { readonly index: number; readonly shape: RowShape }>();
	const packed = rows.map(({ key, title, ...shape }) => {
		const text = JSON.stringify(shape);
		const known = shapes.get(text) ?? { index: shapes.size, shape };
		shapes.set(text, known);
		return [key, title, known.index] as const;
	});
	const isAll = order?.length === rows.length && rows.every(({ key }, index) => key === order[index]);
	return {
		...frame,
		shapes: [...shapes.values()].map(({ shape }) => shape),
		rows: packed,
		...(order ? { order: isAll ? true : order } : {}),
	};
}

function unpackTimeline({ shapes, rows, order, ...frame }: PackedTimeline): TimelinePatch {
	const unpacked = rows.flatMap(([key, title, index]): ReadonlyArray<TimelineRow> => {
		const shape = shapes[index];
		return shape ? [{ ...shape, key, title }] : [];
	});
	return {
		...frame,
		rows: unpacked,
		...(order ? { order: order === true ? unpacked.map(({ key }) => key) : order } : {}),
	};
}
