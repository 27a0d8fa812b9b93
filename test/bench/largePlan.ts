/**
 * A plan of at least so many lines, in the long form that a person writes: a key a line, now and then a comment.
 *
 * @param hasParts whether every second item has parts
 */
export function largePlan(lines: number, hasParts = false): string {
	const text = ["title: A large plan", "start: 2026-01-05", "phases:"];
	for (let phase = 1; text.length < lines; phase++) {
		text.push(`  - title: Phase ${phase}`, `    when: year ${phase}`, "    outcomes:");
		for (const area of ["technical", "management"]) {
			text.push(`      ${area}:`, "        # what this area is about");
			for (let item = 1; item <= 20; item++) {
				text.push(
					`        - id: ${area}-${phase}-${item}`,
					`          title: Something to reach, number ${item} of ${phase}`,
					`          when: by month ${phase * 12 - 11 + (item % 12)}`,
					hasParts && item % 2 === 0
						? "          parts: [First half, { title: Second half, goal: 5 }]"
						: `          goal: ${item + 3}-${item + 10} people`,
					"          note: A few words on why this matters",
				);
			}
		}
	}
	return `${text.join("\n")}\n`;
}
