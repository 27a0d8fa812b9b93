import fc from "fast-check";

const words = fc.constantFrom(
	"Alpha",
	"Beta 3",
	"5+ talks",
	"$1M+ saved",
	"read 3 books",
	"a: b",
	"- x",
	"# y",
	"'q'",
	'"',
	"{a}",
	"[b](https://example.org)",
	"每周 3 次",
	"at most 2 per week",
	"| a | b |",
	"by year 2",
	"(Month 3)",
	"✅",
	"50%",
	"&amp;",
	"\u0000",
	"<b>",
	"**Bold**: c, d",
);
const heading = fc.constantFrom(
	"Risks",
	"Year 1 Targets",
	"Month 5: Lead",
	"Technical Track (60% in Year 1)",
	"Indicators",
	"Weekly Commitments (4-5 hours)",
	"6-Month Review",
	"Checkpoints",
	"Advantages",
	"Success Factors",
	"2026 Goals",
	"Conclusion",
	"Phase 2: X (Weeks 3–2)",
	"OKRs",
	"目标 2027",
	"Jahr 2: Ziele",
	"",
	"2019: Past",
	"Year 0",
);
const line = fc.oneof(
	fc.tuple(fc.integer({ min: 1, max: 6 }), heading).map(([depth, title]) => `${"#".repeat(depth)} ${title}`),
	fc
		.tuple(
			fc.constantFrom("- ", "* ", "  - ", "1. ", "    - [x] ", "- [ ] ", "> ", "", "\t"),
			fc.array(words, { minLength: 1, maxLength: 3 }),
		)
		.map(([mark, texts]) => mark + texts.join(" ")),
	fc.constantFrom("", "---", "```", "<div>", "| a | b |\n|---|---|\n| c | d |"),
);
/** Any Markdown, with headings and words that the importer knows. */
export const markdown = fc
	.tuple(fc.array(line, { maxLength: 40 }), fc.constantFrom("\n", "\r\n", "\r"))
	.map(([lines, end]) => lines.join(end));
