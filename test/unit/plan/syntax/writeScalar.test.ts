import assert from "node:assert/strict";
import fc from "fast-check";
import { valueTree } from "../../../../src/plan/edit/yaml/valueTree.ts";
import { parseYaml } from "../../../../src/plan/syntax/parseYaml.ts";
import { type Quoting, writeScalar } from "../../../../src/plan/syntax/writeScalar.ts";

const quotings: ReadonlyArray<Quoting> = ["plain", "single", "double"];

/** Every place at which a text can be written: the YAML around it, and what that says. */
const places = [
	{
		flow: false,
		key: false,
		around: (s: string) => `a: ${s}\nb: c\n`,
		says: (t: string) => ({
			map: [
				["a", t],
				["b", "c"],
			],
		}),
	},
	{ flow: false, key: false, around: (s: string) => `- ${s} # c\r\n- b`, says: (t: string) => ({ list: [t, "b"] }) },
	{
		flow: false,
		key: true,
		around: (s: string) => `- a: b\n  ${s}: c`,
		says: (t: string) => ({
			list: [
				{
					map: [
						["a", "b"],
						[t, "c"],
					],
				},
			],
		}),
	},
	{
		flow: true,
		key: false,
		around: (s: string) => `a: { b: ${s}, c: d }`,
		says: (t: string) => ({
			map: [
				[
					"a",
					{
						map: [
							["b", t],
							["c", "d"],
						],
					},
				],
			],
		}),
	},
	{ flow: true, key: false, around: (s: string) => `{a: ${s}}`, says: (t: string) => ({ map: [["a", t]] }) },
	{
		flow: true,
		key: false,
		around: (s: string) => `- [a,${s}]`,
		says: (t: string) => ({ list: [{ list: ["a", t] }] }),
	},
	{ flow: true, key: false, around: (s: string) => `[${s}, b]`, says: (t: string) => ({ list: [t, "b"] }) },
	{
		flow: true,
		key: true,
		around: (s: string) => `{${s}: a, b: c}`,
		says: (t: string) => ({
			map: [
				[t, "a"],
				["b", "c"],
			],
		}),
	},
];

function readsBack(text: string): void {
	for (const { flow, key, around, says } of places) {
		for (const prefer of quotings) {
			const source = around(writeScalar(text, { flow, key }, prefer));
			const { root, parsed } = parseYaml(source);
			assert.ok(parsed, `not parsed: ${JSON.stringify(source)}`);
			assert.deepEqual(valueTree(root), says(text), JSON.stringify(source));
		}
	}
}

describe("writing a text as YAML", function () {
	this.timeout(120_000);

	const hard = [
		..."~ null NULL Null --- ... - -- -a - ? ?a ? : :a a: a:b :: << = % @a `a !a &a *a |a >a >= | # #a 'a \"a ' \" \\ , a,b [ ] { } a} yes 1 0x10".split(
			" ",
		),
		...[
			"",
			" ",
			"a ",
			" a",
			"- a",
			"? a",
			": a",
			"a: b",
			"a #b",
			"a# b",
			"Learn C #",
			"a\tb",
			"\t",
			"a\nb",
			"a\r\nb",
			"\n",
			"a\n",
			"\ra",
		],
		...[
			"\uFEFF",
			"\uFEFFa",
			"a\u0085b",
			"a\u2028b",
			"\u2029",
			"\u00A0a",
			"\u0000",
			"\u001b[0m",
			"\u007f",
			"\u009f",
			"\uD800",
			"a\uDC00b",
			"\uFFFE",
			"\uFFFF",
		],
		...[
			"🚀",
			"👩‍👩‍👧",
			"\u200Fשלום\u200E",
			"\u202Ea",
			"目标：一",
			"é",
			"it's",
			'say "x"',
			'it\'s "x"',
			"a\\b",
			"--- a",
			"... a",
			"%YAML 1.2",
			"$1,000,000+",
			"a, b: [c]",
		],
	];
	for (const text of hard) {
		it(`can be read back: ${JSON.stringify(text)}`, () => readsBack(text));
	}

	it("can be read back, for any text", () => {
		const parts = fc.constantFrom(
			..."-?:,[]{}#&*!|>'\"%@`~ \t\n\r\\ab1.<=",
			": ",
			" #",
			"- ",
			"null",
			"---",
			"\uFEFF",
			"\u0085",
			"\u2028",
			"🚀",
			"\u200F",
		);
		const text = fc.oneof(
			fc.string({ unit: parts, maxLength: 8 }),
			fc.string({ unit: "binary", maxLength: 8 }),
			fc.string({ unit: "grapheme" }),
		);
		fc.assert(fc.property(text, readsBack), { numRuns: 150 });
	});

	it("quotes only if needed", () => {
		const plain = (text: string, flow = false) => writeScalar(text, { flow });
		assert.equal(plain("Lead a team, then two [or more]"), "Lead a team, then two [or more]");
		assert.equal(plain("Lead a team, then two", true), '"Lead a team, then two"');
		assert.equal(plain("https://a.b/c?d=e#f", true), "https://a.b/c?d=e#f");
		assert.equal(plain("$350K-$500K+", true), "$350K-$500K+");
		assert.equal(plain("-5"), "-5");
		assert.equal(plain("AI/ML (50%) & more!"), "AI/ML (50%) & more!");
		assert.equal(plain('"Quoted" and more'), `'"Quoted" and more'`);
		assert.equal(plain("it's: so"), `"it's: so"`);
		assert.equal(writeScalar("a", { flow: false }, "single"), "'a'");
		assert.equal(writeScalar("a", { flow: false }, "double"), '"a"');
	});
});
