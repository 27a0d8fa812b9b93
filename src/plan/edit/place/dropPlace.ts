import type { Item, Plan } from "../../plan.ts";
import { type ItemPlace, isItemPlace, type PlanPlace } from "./itemPlace.ts";
import { nodesAt } from "./nodesAt.ts";
import { placeOf } from "./placeOf.ts";

/** Where a dropped item goes. `index`: in the list, counted without the item; the end if omitted. */
export interface DropPlace {
	readonly to: ItemPlace;
	readonly index?: number;
}

/** The row of a view, as far as it says what of the plan it shows: a list, or the item with an ID. */
interface DropRow {
	/** What its `+` adds to; the row of a track adds to one of its stages, so that nothing can be dropped on it. */
	readonly place?: PlanPlace | { readonly kind: "track" };
	readonly target?: string;
}

/** What the lists of a plan are made for. */
const kinds: Readonly<Record<ItemPlace["kind"], Item["kind"]>> = {
	area: "outcome",
	stage: "milestone",
	targets: "target",
};

/**
 * Where an item goes that is dropped on a row: to the end of the list of a group, or to the place of another item. A phase
 * takes it into the area of the same name. Undefined where items of its kind don't belong.
 */
export function dropPlace(item: Item, row: DropRow, plan: Plan): DropPlace | undefined {
	const onto = plan.items.find(({ id }) => id === row.target);
	if (onto) {
		return onto === item || onto.kind !== item.kind ? undefined : placeOfOther(onto, plan);
	}
	const { place } = row;
	if (!place || place.kind === "track" || !isItemPlace(place) || kinds[place.kind] !== item.kind) {
		return undefined;
	}
	const own = placeOf(item, plan);
	if (place.kind === "area" && place.area === "") {
		const isWithin = own?.kind === "area" && own.phaseAt !== place.phaseAt;
		return isWithin ? { to: { ...place, area: own.area } } : undefined;
	}
	const others = nodesAt(plan, place);
	return others.includes(item) ? { to: place, index: others.length - 1 } : { to: place };
}

/** Where another item is. That one moves down, or up if the item comes from above it in the same list. */
function placeOfOther(onto: Item, plan: Plan): DropPlace | undefined {
	const to = placeOf(onto, plan);
	if (!to) {
		return undefined;
	}
	// Counted without the item, which is one less for those behind it: so it comes to stand where the other one was.
	return { to, index: nodesAt(plan, to).indexOf(onto) };
}
