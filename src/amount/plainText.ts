/** Code points of the digit zero in all scripts with their own digits. */
const zeros = [
	0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0x1040, 0x17e0,
];

/**
 * Normalizes digits, signs, dashes and spaces of an amount to ASCII. Fullwidth forms and Arabic separators are mapped,
 * direction marks removed, and runs of spaces collapsed.
 */
export function plainAmount(text: string): string {
	return text
		.replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\u061c\ufeff]/g, "")
		.replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
		.replace(/(?![0-9])\p{Nd}/gu, asciiDigit)
		.replace(/〜/g, "~")
		.replace(/٫/g, ".")
		.replace(/٪/g, "%")
		.replace(/(?<=\d)[’‘ʼ′٬](?=\d)/g, "'")
		.replace(/[‐-―−﹣⁻]/g, "-")
		.replace(/[﹢⁺]/g, "+")
		.replace(
			/(?<!\p{N})(\d{0,6}) ?([½¼¾])(?!\p{N})/gu,
			(_, whole: string, part: string) => `${whole || 0}${quarters[part]}`,
		)
		.replace(/\s+/g, " ")
		.trim();
}

const quarters: Readonly<Record<string, string>> = { "½": ".5", "¼": ".25", "¾": ".75" };

function asciiDigit(char: string): string {
	const point = char.codePointAt(0) ?? 0;
	const zero = zeros.find((each) => point >= each && point <= each + 9);
	return zero === undefined ? char : String(point - zero);
}

/** A number with all its digits, unambiguous with either decimal mark: `1.2340`, never `1.234` or `1e-7`. */
export function plainNumber(value: number): string {
	const text = String(value);
	const [, sign = "", whole = "", fraction = "", exponent] = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(text) ?? [];
	const shift = Number(exponent ?? 0);
	const digits = whole + fraction;
	const point = whole.length + shift;
	const left = point <= 0 ? "0" : digits.slice(0, point).padEnd(point, "0");
	const right = point <= 0 ? "0".repeat(-point) + digits : digits.slice(point);
	return `${sign}${left}${right === "" ? "" : `.${right.length === 3 ? `${right}0` : right}`}`;
}
