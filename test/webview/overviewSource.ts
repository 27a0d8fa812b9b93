import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parsePlan } from "../../src/plan/planParser.ts";
import type { ViewSource } from "../../src/viewmodel/text/viewSource.ts";
import { projectRoot } from "../harness/root.ts";
import { sampleLedger, sourceOf } from "../unit/viewmodel/viewSourceFor.ts";

/** The sample on a day in its eighth month. */
export function sampleSource(): ViewSource {
	const { plan } = parsePlan(
		readFileSync(join(projectRoot(), "examples/director-of-ai-engineering/roadmap.yaml"), "utf8"),
	);
	if (!plan) throw new Error("The sample has no plan.");
	return sourceOf(plan, sampleLedger(plan), "2026-07-28");
}
