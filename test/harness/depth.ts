/** The variable that says how thorough generated tests are: `full`, as in `npm run test:deep`, or a tenth of that. */
export const depthVariable = "WAYMARK_DEPTH";

/** Whether tests run at their full depth, each time on other input. */
export function isDeep(): boolean {
	return process.env[depthVariable] === "full";
}

/** How many runs a test on generated input has, out of those at full depth. */
export function runs(full: number): number {
	return isDeep() ? full : Math.ceil(full / 10);
}
