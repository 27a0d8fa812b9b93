/** Texts that a reader could take long for, each with what it is. */
export const slowTexts: ReadonlyArray<readonly [name: string, text: string]> = [
	["100,000 brackets", "[".repeat(100_000)],
	["100,000 hyphens", "- ".repeat(100_000)],
	["100,000 question marks", "? ".repeat(100_000)],
	["700 levels of maps", Array.from({ length: 700 }, (_, level) => `${" ".repeat(level)}a:`).join("\n")],
	["20,000 keys", Array.from({ length: 20_000 }, (_, index) => `k${index}: v`).join("\n")],
	["20,000 alike keys", "k: v\n".repeat(20_000)],
	["10,000 alike titles", `targets:\n  2027:\n${"  - Same\n".repeat(10_000)}`],
	[
		"a chain of 5,000 needs",
		`targets:\n  2027:\n${Array.from({ length: 5000 }, (_, i) => `  - {id: i${i}, title: a, needs: [i${i + 1}]}`).join("\n")}`,
	],
	["a text of 500 KB", `title: ${"word ".repeat(100_000)}`],
	["500 KB of quotes", `title: "${'\\"'.repeat(250_000)}"`],
	["500 KB of nothing", "\n".repeat(500_000)],
	["half a pair", "title: \ud800\ntargets: {2027: [\udc00]}"],
	["spaces and slashes", `title: a\ngoal: ${"$ ".repeat(50_000)}\nstart: ${" -".repeat(50_000)}`],
];
