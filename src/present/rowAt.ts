import type { Plan } from "../plan/plan.ts";
import type { TextRange } from "../plan/problem.ts";

/** The id of the row of the view "Roadmap" for what stands at an offset of the plan: the innermost; undefined for none. */
export function rowAt({ phases, tracks, items }: Plan, offset: number): string | undefined {
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
