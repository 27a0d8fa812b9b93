import type { Clock } from "../../../src/host/core/clock.ts";

/** Noon of 1 July 2026 in UTC, for what must say the same on every day. */
export const fixedClock: Clock = { now: () => Date.UTC(2026, 6, 1, 12), timeZone: () => "UTC" };
