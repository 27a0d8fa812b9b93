import { testDayVariable } from "./days.ts";

/** Lets the clock of this process begin at the moment that the environment names, if it does, and go on from there. */
export function moveClock(): void {
	const moment = process.env[testDayVariable];
	if (moment === undefined) return;
	const real = globalThis.Date;
	const ahead = real.parse(moment) - real.now();
	if (Number.isNaN(ahead)) throw new Error(`${testDayVariable} is ${moment}, which is no moment.`);
	const now = (): number => real.now() + ahead;
	globalThis.Date = new Proxy(real, {
		construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
		apply: () => new real(now()).toString(),
		get: (target, key) => (key === "now" ? now : Reflect.get(target, key)),
	});
}
