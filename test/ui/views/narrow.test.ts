import { strict as assert } from "node:assert";
import { openWorkbench, type Workbench } from "../support/workbench.ts";

/** What a row shows: its label, its figure, and how much of that is cut, in pixels. */
interface ShownRow {
	readonly label: string;
	readonly figure: string;
	readonly cut: number;
}

describe("the views in a narrow sidebar", () => {
	let workbench: Workbench;

	before(async () => {
		workbench = await openWorkbench({ width: 1000, height: 1600 });
		await workbench.openView();
		await workbench
			.row(/current phase/)
			.first()
			.waitFor();
		await workbench.row(/^All commitments/).waitFor();
	});

	after(() => workbench?.dispose());

	for (const [name, theme] of [
		["dark", "Default Dark Modern"],
		["light", "Default Light Modern"],
		["contrast", "Default High Contrast"],
		["contrast-light", "Default High Contrast Light"],
	] as const) {
		for (const width of [220, 200]) {
			it(`show the figures at ${width} pixels, ${name}`, async () => {
				await workbench.setTheme(theme);
				await narrowTo(workbench, width);
				await workbench.screenshot(`narrow-${width}-${name}`);
				const shown = await rowsWithFigures(workbench);
				assert.ok(shown.length > 5);
				assert.deepEqual(
					shown.filter(({ cut }) => cut > 0),
					[],
				);
			});
		}

		it(`have state colors with a contrast of at least 3:1, ${name}`, async () => {
			await workbench.setTheme(theme);
			await narrowTo(workbench, 400);
			await workbench.screenshot(`state-colors-${name}`);
			const ratios = new Map<string, number>();
			for (const { icon, color, background } of await iconColors(workbench)) {
				ratios.set(`${icon}: ${color} on ${background}`, contrast(color, background));
			}
			assert.ok(ratios.size >= 5, [...ratios.keys()].join("\n"));
			assert.deepEqual(
				[...ratios].filter(([, ratio]) => ratio < 3),
				[],
			);
		});
	}
});

async function narrowTo({ page }: Workbench, width: number): Promise<void> {
	const box = await page.locator(".part.sidebar").boundingBox();
	assert.ok(box);
	await page.mouse.move(box.x + box.width, 500);
	await page.mouse.down();
	await page.mouse.move(box.x + width, 500, { steps: 8 });
	await page.mouse.up();
	const now = await page.locator(".part.sidebar").boundingBox();
	assert.ok(now && Math.abs(now.width - width) < 15, `${now?.width}`);
}

/** The rows with figures: before the title, or after a short one. Sentences are none. */
function rowsWithFigures({ page }: Workbench): Promise<ReadonlyArray<ShownRow>> {
	return page.locator(".sidebar [role=treeitem]").evaluateAll((rows) =>
		rows.flatMap((row): Array<{ label: string; figure: string; cut: number }> => {
			const textIn = (part: string) => {
				const element = row.querySelector(part);
				return element && row.ownerDocument.createTreeWalker(element, 4).nextNode();
			};
			const name = textIn(".label-name");
			const label = name?.textContent ?? "";
			const text = label.includes(" · ") ? name : textIn(".label-description");
			const [figure = ""] = text?.textContent?.split(" · ") ?? [];
			if (!text || !/\d/.test(figure) || figure.length > 24) return [];
			const range = row.ownerDocument.createRange();
			range.setStart(text, 0);
			range.setEnd(text, figure.length);
			const cut = Math.round(range.getBoundingClientRect().right - row.getBoundingClientRect().right);
			return [{ label, figure, cut }];
		}),
	);
}

/** The icons of the rows with their colors, as the theme has them. */
function iconColors({ page }: Workbench) {
	return page.locator(".sidebar [role=treeitem] .custom-view-tree-node-item-icon.codicon").evaluateAll((icons) =>
		icons.flatMap((icon) => {
			const view = icon.ownerDocument.defaultView;
			const icons = [...icon.classList].filter((each) => /^codicon-(?!modifier)/.test(each));
			let behind: typeof icon | null = icon;
			let background = "rgba(0, 0, 0, 0)";
			while (behind && view && /, 0\)$/.test(background)) {
				background = view.getComputedStyle(behind).backgroundColor;
				behind = behind.parentElement;
			}
			return view ? [{ icon: icons.join(" "), color: view.getComputedStyle(icon, "::before").color, background }] : [];
		}),
	);
}

/** The relative luminance of a color such as `rgb(1, 2, 3)`, by WCAG 2.2. */
function luminance(color: string): number {
	const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? []).map(Number).map((value) => {
		const part = value / 255;
		return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The contrast ratio of two colors, 1 to 21, by WCAG 2.2. */
function contrast(a: string, b: string): number {
	const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((one, other) => one - other);
	return (light + 0.05) / (dark + 0.05);
}
