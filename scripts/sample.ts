// `npm run sample`: writes the journal of the sample in examples, which its plan, written by hand, lies beside.
// `npm run sample -- FOLDER`: writes a copy of both, as of today, to play with; with --replace over one that is there.
import { existsSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { sampleJournal, sampleOptions } from "../examples/sampleJournal.ts";
import { sampleFolder, writeSample } from "./sampleFolder.ts";

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: { replace: { type: "boolean", default: false } },
});
const [given] = positionals;
const folder = given === undefined ? sampleFolder() : resolve(process.env["INIT_CWD"] ?? ".", given);
if (given === undefined) {
	writeFileSync(join(folder, "roadmap.log.jsonl"), sampleJournal(sampleOptions));
	console.log(`Wrote ${join(folder, "roadmap.log.jsonl")}`);
} else if (!values.replace && existsSync(join(folder, "roadmap.yaml"))) {
	console.error(`${folder} has a roadmap.yaml already, which stays as it is.`);
	process.exitCode = 1;
} else {
	writeSample(folder);
	console.log(`The sample is in ${folder}.`);
}
