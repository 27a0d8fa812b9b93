import assert from "node:assert/strict";
import { plural } from "../../../src/util/plural.ts";

describe("plural", () => {
	it("is singular for one only", () => {
		const texts = [0, 1, 2, 1.5, 21].map((count) => plural(count, "one", "other"));
		assert.deepEqual(texts, ["other", "one", "other", "other", "other"]);
	});
});
