// `npm run sample -- FOLDER`: writes a copy of the sample, as of today, to play with.
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { writeSample } from "./sampleFolder.ts";

const folder = process.argv[2];
if (folder === undefined) {
	console.error("Say where the sample goes: npm run sample -- FOLDER");
	process.exitCode = 1;
} else if (existsSync(join(folder, "roadmap.yaml"))) {
	console.error(`${resolve(folder)} has a roadmap.yaml already, which stays as it is.`);
	process.exitCode = 1;
} else {
	writeSample(folder);
	console.log(`The sample is in ${resolve(folder)}.`);
}
