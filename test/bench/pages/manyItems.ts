import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../harness/root.ts";

/** The sample's plan with so many targets more, over ten years; one in ten has a goal. */
export function manyItems(count: number): string {
	const sample = readFileSync(join(projectRoot(), "examples/director-of-ai-engineering/roadmap.yaml"), "utf8");
	if (count === 0) {
		return sample;
	}
	const years = Array.from({ length: 10 }, (_, year) => {
		const items = Array.from({ length: count / 10 }, (_, item) =>
			item % 10 > 0
				? `    - Extra ${year} ${item}`
				: `    - { title: Extra ${year} ${item}, goal: ${(item % 50) + 1} }`,
		);
		return `  ${2030 + year}:\n${items.join("\n")}`;
	});
	return sample.replace(/\ntargets:\n/, `\ntargets:\n${years.join("\n")}\n`);
}
