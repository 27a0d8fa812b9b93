import assert from "node:assert/strict";
import fc from "fast-check";
import { fitWindow, fitYear, panWindow, zoomWindow } from "../../../../src/webview/overview/timelineWindow.ts";
import { runs } from "../../../harness/depth.ts";

const whole = { first: 20_000, last: 22_000 };

describe("the window of the timeline", () => {
	it("stays between one week and ten years, and near the plan, however it is zoomed and moved", () => {
		const step = fc.tuple(fc.double({ min: 0.1, max: 10, noNaN: true }), fc.double({ min: -3, max: 3, noNaN: true }));
		fc.assert(
			fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
				let shown = fitWindow(whole);
				for (const [factor, share] of steps) {
					shown = zoomWindow(shown, factor, (shown.first + shown.last) / 2, whole);
					shown = panWindow(shown, share, whole);
					const days = shown.last - shown.first;
					assert.ok(days > 6.999 && days < 3653.001, String(days));
					const middle = (shown.first + shown.last) / 2;
					assert.ok(middle > whole.first - 0.001 && middle < whole.last + 0.001, String(middle));
				}
			}),
			{ numRuns: runs(200) },
		);
	});

	it("fits the year in its middle, or the nearest one", () => {
		const shownAt = (middle: number) => fitYear({ first: middle - 500, last: middle + 500 }, [20_100, 20_465, 20_830]);
		const one = fitWindow({ first: 20_100, last: 20_465 });
		const two = fitWindow({ first: 20_465, last: 20_830 });
		assert.deepEqual([20_000, 20_100, 20_464].map(shownAt), [one, one, one]);
		assert.deepEqual([20_465, 20_829, 21_000].map(shownAt), [two, two, two]);
	});

	it("zooms around the day under the pointer", () => {
		const shown = zoomWindow({ first: 20_500, last: 20_600 }, 0.5, 20_525, whole);
		assert.deepEqual(shown, { first: 20_512.5, last: 20_562.5 });
	});
});
