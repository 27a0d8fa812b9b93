import assert from "node:assert/strict";
import { readLedger } from "../../../../src/journal/ledger/readLedger.ts";
import type { Plan } from "../../../../src/plan/plan.ts";
import { parsePlan } from "../../../../src/plan/planParser.ts";
import type { ChildRef } from "../../../../src/plan/syntax/syntaxTree.ts";
import { Formatter } from "../../../../src/viewmodel/text/formatter.ts";
import type { ViewSource } from "../../../../src/viewmodel/text/viewSource.ts";
import { sourceOf } from "../viewSourceFor.ts";

/** A plan that is open in an editor on 1 July 2026, with the offset that `|` marks in it. */
export interface OpenPlan {
	readonly text: string;
	readonly offset: number;
	readonly root: ChildRef;
	readonly plan: Plan;
	readonly source: ViewSource;
}

/** Opens a plan. @param entries of the journal, without their ids and with a day in May where they say none */
export function openPlan(
	marked: string,
	entries: ReadonlyArray<object> = [],
	formatter = new Formatter("en"),
): OpenPlan {
	const text = marked.replace("|", "");
	const { root, plan } = parsePlan(text);
	assert.ok(root && plan, "the plan can be read");
	const lines = entries.map((entry, index) => JSON.stringify({ id: String(index), at: "2026-05-01", ...entry }));
	const source = sourceOf(plan, readLedger([lines.join("\n")]), "2026-07-01", formatter);
	return { text, offset: marked.indexOf("|"), root, plan, source };
}

/** With plain spaces in the place of the thin and fixed ones that dates and numbers are set with. */
export const plainSpaces = (text: string): string => text.replace(/\s/g, " ");
