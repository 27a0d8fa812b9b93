import assert from "node:assert/strict";
import { readLedger } from "../../../../src/journal/readLedger.ts";
import type { Plan } from "../../../../src/plan/plan.ts";
import { readPlan } from "../../../../src/plan/readPlan.ts";
import type { Edge } from "../../../../src/plan/syntax.ts";
import type { ViewSource } from "../../../../src/present/viewSource.ts";
import { Words } from "../../../../src/present/words.ts";
import { sourceOf } from "../sourceOf.ts";

/** A plan that is open in an editor on 1 July 2026, with the offset that `|` marks in it. */
export interface OpenPlan {
	readonly text: string;
	readonly offset: number;
	readonly root: Edge;
	readonly plan: Plan;
	readonly source: ViewSource;
}

/** Opens a plan. @param entries of the journal, without their ids and with a day in May where they say none */
export function openPlan(marked: string, entries: ReadonlyArray<object> = [], words = new Words("en")): OpenPlan {
	const text = marked.replace("|", "");
	const { root, plan } = readPlan(text);
	assert.ok(root && plan, "the plan can be read");
	const lines = entries.map((entry, index) => JSON.stringify({ id: String(index), at: "2026-05-01", ...entry }));
	const source = sourceOf(plan, readLedger([lines.join("\n")]), "2026-07-01", words);
	return { text, offset: marked.indexOf("|"), root, plan, source };
}

/** With plain spaces in the place of the thin and fixed ones that dates and numbers are set with. */
export const plainSpaces = (text: string): string => text.replace(/\s/g, " ");
