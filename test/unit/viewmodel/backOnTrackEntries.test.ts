import assert from "node:assert/strict";
import { formatDay } from "../../../src/time/day.ts";
import { lensParts } from "../../../src/viewmodel/editor/codeLenses.ts";
import { offTrackActions } from "../../../src/viewmodel/editor/cursorActions.ts";
import { itemRow } from "../../../src/viewmodel/rows/itemRow.ts";
import type { ViewSource } from "../../../src/viewmodel/text/viewSource.ts";
import { day, type Logged } from "../progress/progressFixture.ts";
import { sourceWith } from "./viewSourceFor.ts";

/** One entry at the end of each of 40 weeks. */
const weekly: ReadonlyArray<Logged> = Array.from({ length: 40 }, (_, week) => [
	formatDay(day("2026-01-05") + week * 7 + 6),
	"unlikely",
	{ add: 1 },
]);
const yaml = `
targets:
  year 1:
    - { id: unlikely, title: Unlikely, goal: 90 }
    - { id: fine, title: Fine }
  month 3: [{ id: overdue, title: Overdue }, { id: gone, title: Gone, dropped: { on: 2026-02-01 } }]
  months 1-11: [{ id: behind, title: Behind, goal: 10 }]
`;

/** The items with the command at each place. */
function offeredFor(source: ViewSource): Readonly<Record<string, ReadonlyArray<string>>> {
	const { items } = source.plan;
	const ids = (has: (item: (typeof items)[number]) => boolean) => items.filter(has).map(({ id }) => id);
	const command = "waymark.getBackOnTrack";
	return {
		row: ids((item) => itemRow(item, source).can?.includes("backOnTrack") ?? false),
		lens: ids(({ id }) => lensParts({ kind: "item", id }, source).some((part) => part.command?.id === command)),
		lightBulb: ids(({ range }) =>
			offTrackActions(source.plan, range.start, source).some(
				(each) => "command" in each && each.command.id === command,
			),
		),
	};
}

describe("Get Back on Track is offered", () => {
	it("in the row, the lens, and the light bulb of what is off track, and nowhere else", () => {
		const source = sourceWith(yaml, weekly, "2026-10-11");
		// As the host does after the first draw.
		for (const item of source.plan.items) source.snapshot.forecastOf(item);
		const off = ["unlikely", "overdue", "behind"];
		assert.deepEqual(offeredFor(source), { row: off, lens: off, lightBulb: off });
	});
});
