import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const sources = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));

describe("timers", () => {
	it("that repeat are never faster than a minute, anywhere in the sources", () => {
		for (const file of sources) {
			const text = readFileSync(join("src", file), "utf8").replace(/typeof setInterval/g, "");
			for (const [call] of text.matchAll(/setInterval\(.*/g)) {
				const ms = Number(/,\s*([\d_]+)\s*\)/.exec(call)?.[1]?.replaceAll("_", ""));
				assert.ok(ms >= 60_000, `${file}: ${call}`);
			}
		}
	});
});
