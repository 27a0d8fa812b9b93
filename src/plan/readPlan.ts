import { checkPlan } from "./checkPlan.ts";
import { nodeReader } from "./nodeReader.ts";
import { parseYaml, type YamlReading } from "./parseYaml.ts";
import { pinpoint } from "./pinpoint.ts";
import type { Plan } from "./plan.ts";
import type { Problem } from "./problem.ts";
import type { NodeReader, Reading } from "./reading.ts";
import { reparse } from "./reparse.ts";
import { resolvePlan } from "./resolvePlan.ts";
import { type PlanText, planSchema } from "./schema.ts";
import type { Edge } from "./syntax.ts";

/** A plan that was read; without `plan` the text could not be understood at all and `problems` says why. */
export interface PlanReading {
	readonly plan?: Plan;
	/** In the order of the text. */
	readonly problems: ReadonlyArray<Problem>;
	/** The text as a tree; undefined where it could not be parsed. */
	readonly root?: Edge;
}

/** Reads a plan. Never throws: what is wrong comes back as problems at their places, and what can be understood is read all the same. */
export function readPlan(text: string): PlanReading {
	return new PlanParser().read(text);
}

/** Reads one plan again and again while it is being written: what did not change since the last time is not read anew. */
export class PlanParser {
	private readonly reader: NodeReader = nodeReader(planSchema);
	private last: { readonly text: string; readonly yaml: YamlReading; readonly reading: PlanReading } | undefined;

	/** Reads the text; the result is the same as if it were read for the first time, and the same object for the same text. */
	read(text: string): PlanReading {
		if (this.last?.text === text) {
			return this.last.reading;
		}
		const yaml = (this.last && reparse(this.last.text, this.last.yaml, text)) ?? parseYaml(text);
		const reading = this.understand(text, yaml);
		this.last = { text, yaml, reading };
		return reading;
	}

	private understand(text: string, { root, parsed, problems }: YamlReading): PlanReading {
		if (!parsed) {
			return { problems };
		}
		if (root?.node.kind !== "map") {
			const range = { start: root?.at ?? 0, end: root ? root.at + root.node.length : Math.min(1, text.length) };
			const code = root ? "not-a-map" : "empty";
			return { problems: [...problems, { code, severity: "error", range, args: [root?.node.kind ?? ""] }] };
		}
		const read = this.reader.read(root.node);
		const shifted = read.problems.map((problem) => ({
			...problem,
			range: { start: problem.range.start + root.at, end: problem.range.end + root.at },
		}));
		const resolved = resolvePlan(read.value as Reading<PlanText>, root.at);
		const checked = pinpoint(checkPlan(resolved.plan, resolved.numberedIds), root);
		const all = [...problems, ...shifted, ...resolved.problems, ...checked];
		return { plan: resolved.plan, problems: all.sort((a, b) => a.range.start - b.range.start), root };
	}
}
