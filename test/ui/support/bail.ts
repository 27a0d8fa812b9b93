/** Skips what is left of a `describe` once one of its tests has failed, and nothing else: each builds on what the one before left. */
export function bailHere(): void {
	let hasFailed = false;
	beforeEach(function () {
		if (hasFailed) this.skip();
	});
	afterEach(function () {
		hasFailed ||= this.currentTest?.state === "failed";
	});
}
