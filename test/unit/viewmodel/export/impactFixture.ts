import { finish } from "../../../../src/journal/steps.ts";
import { impactCsv as csvSteps } from "../../../../src/viewmodel/export/impactCsv.ts";
import { impactMarkdown as markdownSteps } from "../../../../src/viewmodel/export/impactMarkdown.ts";
import { impactRecord as recordSteps } from "../../../../src/viewmodel/export/impactRecord.ts";

/** The record, made at once. */
export const impactRecord = (...given: Parameters<typeof recordSteps>) => finish(recordSteps(...given));

/** Its texts, made at once. */
export const impactCsv = (...given: Parameters<typeof csvSteps>) => finish(csvSteps(...given));
export const impactMarkdown = (...given: Parameters<typeof markdownSteps>) => finish(markdownSteps(...given));
