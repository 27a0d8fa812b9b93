import type { TextRange } from "../util/textRange.ts";
import type { Plan } from "./plan.ts";

/**
 * The ID of the row in the Roadmap view for an offset of the plan: the innermost node; undefined if there is none.
 */
export function nodeIdAt({ phases, tracks, items }: Plan, offset: number): string | undefined {
	const holds = ({ range }: { readonly range: TextRange }) => range.start <= offset && offset <= range.end;
	const item = items.find(holds);
	if (item) {
		return `item:${item.id}`;
	}
	const phase = phases.find(holds);
	if (phase) {
		return `phase:${phase.id}`;
	}
	const track = tracks.find(holds);
	return track && `track:${track.id}`;
}
