import { tzOffset } from "@date-fns/tz/tzOffset";
import type { Day } from "../../time/day.ts";
import { formatMoment, instantAt } from "../../time/moment.ts";

const msPerDay = 86_400_000;

/** Converts many times between the clock of a zone and instants: the offset of a day is looked up once. */
export class ZoneClock {
	/** The offset of a day and those around it in ms; undefined if it changes among them. */
	private readonly offsets = new Map<Day, number | undefined>();

	/** @param timeZone an IANA name such as `Europe/Paris` */
	constructor(readonly timeZone: string) {}

	/** The instant in ms since 1970 at which the clock shows a time; see `instantAt`. */
	instantOf(day: Day, seconds: number): number {
		const offset = this.offsetAround(day);
		return offset === undefined
			? instantAt(day, seconds / 60, this.timeZone)
			: day * msPerDay + seconds * 1000 - offset;
	}

	/** What the clock shows at an instant, as ms since 1970 in UTC. */
	wallOf(instant: number): number {
		const offset = this.offsetAround(Math.floor(instant / msPerDay));
		return offset === undefined
			? Date.parse(`${formatMoment(instant, this.timeZone).slice(0, 19)}Z`)
			: instant + offset;
	}

	private offsetAround(day: Day): number | undefined {
		if (!this.offsets.has(day)) {
			const [before = 0, on = 0, after = 0] = [-1, 0.5, 2].map((days) =>
				Math.round(tzOffset(this.timeZone, new Date((day + days) * msPerDay))),
			);
			this.offsets.set(day, before === on && on === after ? on * 60_000 : undefined);
		}
		return this.offsets.get(day);
	}
}
