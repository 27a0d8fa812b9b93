/** A moment and a place at which the tests must pass as well. */
export interface TestDay {
	readonly name: string;
	/** With its offset. */
	readonly moment: string;
	/** The time zone of the machine, by its IANA name. */
	readonly zone: string;
}

/** The variable with the moment at which the clock of a test run begins; it goes on from there. */
export const testDayVariable = "WAYMARK_TEST_DAY";

/** Days and hours at which what depends on today's date, weekday, hour or time zone fails. */
export const testDays: ReadonlyArray<TestDay> = [
	{ name: "sunday", moment: "2027-01-31T22:40:00+05:45", zone: "Asia/Kathmandu" },
	{ name: "leap-day", moment: "2028-02-29T00:05:00-08:00", zone: "America/Los_Angeles" },
	{ name: "new-years-eve", moment: "2026-12-31T23:50:00+14:00", zone: "Pacific/Kiritimati" },
	{ name: "clock-forward", moment: "2027-03-28T01:50:00+01:00", zone: "Europe/Berlin" },
	{ name: "clock-back", moment: "2026-11-01T01:30:00-04:00", zone: "America/New_York" },
];
