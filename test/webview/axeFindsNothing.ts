import { strict as assert } from "node:assert";
import axe from "axe-core";
import type { Page } from "playwright-core";

/** Fails with the violations that axe finds on a page, if any. @param state what the page shows, for the message */
export async function axeFindsNothing(page: Page, state: string): Promise<void> {
	await page.evaluate(axe.source);
	const violations = await page.evaluate<ReadonlyArray<unknown>>(
		`axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) =>
			violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html, failureSummary }) => html.slice(0, 300) + failureSummary) })))`,
	);
	assert.deepEqual(violations, [], state);
}
