import { tidy } from "./periodInHeading.ts";
import type { SourceBlock } from "./sourceOutline.ts";

/** `**Deliverables:**` in front of a list or a table: what their items are. Undefined for any other block. */
export function blockLabel(block: SourceBlock, next: SourceBlock | undefined): string | undefined {
	if (block.kind !== "paragraph" || (next?.kind !== "list" && next?.kind !== "table")) {
		return undefined;
	}
	const { text, bold } = block.content;
	const isLabel = text.length <= 60 && !text.includes("\n") && (/[:：]$/u.test(text) || text === bold);
	return (isLabel && tidy(text)) || undefined;
}
