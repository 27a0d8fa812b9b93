import { checkPlan } from "./checkPlan.ts";
import type { Plan } from "./plan.ts";
import type { PlanProblem } from "./planProblem.ts";
import { resolvePlan } from "./resolvePlan.ts";
import { nodeReader } from "./schema/nodeReader.ts";
import type { NodeReader, NodeReading } from "./schema/nodeReading.ts";
import { type PlanInput, planSchema } from "./schema/planSchema.ts";
import { parseYamlSteps, type YamlParseResult } from "./syntax/parseYaml.ts";
import { pinpointProblems } from "./syntax/pinpointProblems.ts";
import { valueOfKey } from "./syntax/syntaxPath.ts";
import { type ChildRef, nodeRange } from "./syntax/syntaxTree.ts";

/** The result of parsing a plan; without `plan` the text could not be parsed at all and `problems` says why. */
export interface PlanParseResult {
	readonly plan?: Plan;
	/** In the order of the text. */
	readonly problems: ReadonlyArray<PlanProblem>;
	/** The syntax tree; undefined if the text could not be parsed. */
	readonly root?: ChildRef;
	/** YAML can't parse the text as written: the plan is that of a repaired text. */
	readonly repaired?: true;
}

/** Parses a plan. Never throws: errors are returned as problems with their ranges, and everything valid is kept. */
export function parsePlan(text: string): PlanParseResult {
	return new PlanParser().parse(text);
}

/** Parses a plan each time its text changes. */
export class PlanParser {
	private readonly reader: NodeReader = nodeReader(planSchema);
	private last: { readonly text: string; readonly reading: PlanParseResult } | undefined;

	/** Parses the whole text. For the same text as the last time, returns the same object. */
	parse(text: string): PlanParseResult {
		const steps = this.steps(text);
		for (;;) {
			const { done, value } = steps.next();
			if (done) {
				return value;
			}
		}
	}

	/** The same with pauses: a plan at its size limit takes half a second. Other texts may be parsed meanwhile. */
	*steps(text: string): Generator<void, PlanParseResult> {
		if (this.last?.text === text) {
			return this.last.reading;
		}
		const reading = yield* this.resolve(text, yield* parseYamlSteps(text));
		if (this.last?.text === text) {
			return this.last.reading;
		}
		this.last = { text, reading };
		return reading;
	}

	private *resolve(
		text: string,
		{ root, parsed, repaired, problems }: YamlParseResult,
	): Generator<void, PlanParseResult> {
		if (!parsed) {
			return { problems };
		}
		if (root?.node.kind !== "map") {
			const range = root ? nodeRange(root.node) : { start: 0, end: Math.min(1, text.length) };
			const code = root ? "not-a-map" : "empty";
			return { problems: [...problems, { code, severity: "error", range, args: [root?.node.kind ?? ""] }] };
		}
		yield;
		const read = this.reader.read(root.node);
		yield;
		const resolved = resolvePlan(read.value as NodeReading<PlanInput>);
		yield;
		const checked = pinpointProblems(checkPlan(resolved.plan, resolved.numberedIds), root);
		yield;
		const causes = [...problems, ...read.problems];
		const found = [...resolved.problems, ...checked].filter((each) => !followsFrom(each, causes, root));
		// A title alone is a checkpoint that is never due, whose fix adds what is missing.
		const never = new Set(found.flatMap(({ code, range }) => (code === "checkpoint-never" ? [range.start] : [])));
		const own = causes.filter(({ code, range }) => code !== "expected-map" || !never.has(range.start));
		const all = withOneMissingStart([...own, ...found]);
		const inOrder = all.sort((a, b) => a.range.start - b.range.start);
		return { plan: resolved.plan, problems: inOrder, root, ...(repaired ? { repaired } : {}) };
	}
}

/** Reports a missing start once, however many dates are relative to it. */
function withOneMissingStart(problems: ReadonlyArray<PlanProblem>): Array<PlanProblem> {
	const first = problems.find(({ code }) => code === "missing-start");
	return problems.filter((each) => each.code !== "missing-start" || each === first);
}

/** Whether a problem only follows from another: a start or an interval that is invalid is not missing as well. */
function followsFrom(problem: PlanProblem, causes: ReadonlyArray<PlanProblem>, root: ChildRef): boolean {
	const isIn = (codes: ReadonlyArray<PlanProblem["code"]>, { start, end }: PlanProblem["range"]) =>
		causes.some(({ code, range }) => codes.includes(code) && start <= range.start && range.end <= end);
	switch (problem.code) {
		case "missing-start": {
			const start = valueOfKey(root.node, "start");
			return start !== undefined && isIn(["bad-day", "comma-in-flow"], nodeRange(start));
		}
		case "checkpoint-never":
			return isIn(["bad-duration", "bad-period", "unknown-key", "read-as-text"], problem.range);
		default:
			return false;
	}
}
