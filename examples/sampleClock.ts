// The clock of the sample (Chicago), its chance and its ids.
import { type Day, dayFromDate, formatDay } from "../src/time/day.ts";

/** Numbers from 0 up to, not including, 1. */
export type Random = () => number;

export const minute = 60_000;
export const hour = 60 * minute;
export const dayLength = 24 * hour;

/** Wall clock time, in ms: `clock` minutes after midnight of the plan's day `offset`, counted from 0. */
export function wallTime(first: Day, offset: number, clock: number): number {
	return (first + offset) * dayLength + clock * minute;
}

/** When it was written down: some seconds later as a rule, now and then the next morning. */
export function loggedAfter(at: number, random: Random): number {
	const nextMorning = (Math.floor(at / dayLength) + 1) * dayLength + whole(random, 440, 495) * minute;
	const moment = random() < 0.08 ? nextMorning : at;
	return moment + whole(random, 4_000, 50_000);
}

/** Hours that Chicago is ahead of UTC on a day (negative). Right from 3 a.m. on; the story has no earlier hour. */
function offsetHours(day: Day): number {
	const year = Number(formatDay(day).slice(0, 4));
	const begin = firstSunday(dayFromDate(year, 3, 1) ?? 0) + 7;
	const end = firstSunday(dayFromDate(year, 11, 1) ?? 0);
	return begin <= day && day < end ? -5 : -6;
}

/** The first Sunday on or after a day. Day 0 was a Thursday. */
function firstSunday(day: Day): Day {
	return day + ((((3 - day) % 7) + 7) % 7);
}

export function toInstant(wall: number): number {
	return wall - offsetHours(Math.floor(wall / dayLength)) * hour;
}

export function formatLocal(wall: number): string {
	const text = new Date(wall).toISOString().slice(0, 19);
	return `${text}-0${-offsetHours(Math.floor(wall / dayLength))}:00`;
}

/** The generator mulberry32 by Tommy Ettinger: numbers from 0 up to, not including, 1. */
export function mulberry32(seed: number): Random {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/** A whole number from `low` to `high`, both included. */
export function whole(random: Random, low: number, high: number): number {
	return low + Math.floor(random() * (high - low + 1));
}

export function pick<T>(list: ReadonlyArray<T>, random: Random): T {
	return list[whole(random, 0, list.length - 1)] as T;
}

export function shuffled<T>(list: ReadonlyArray<T>, random: Random): Array<T> {
	return list
		.map((item) => ({ item, order: random() }))
		.sort((a, b) => a.order - b.order)
		.map(({ item }) => item);
}

/** A UUID of version 7 (RFC 9562): 48 bits of milliseconds since 1970, then random bits. */
export function uuidV7(instant: number, random: Random): string {
	const hex = (bits: number) =>
		Math.floor(random() * 2 ** bits)
			.toString(16)
			.padStart(bits / 4, "0");
	const time = instant.toString(16).padStart(12, "0");
	const variant = whole(random, 8, 11).toString(16);
	return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(12)}-${variant}${hex(12)}-${hex(24)}${hex(24)}`;
}
