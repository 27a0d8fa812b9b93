/** A word that multiplies the number before it. */
export interface Magnitude {
	/** The powers of ten that it can stand for, the likeliest first. */
	readonly exponents: ReadonlyArray<number>;
	/** The number of characters, including the space before it. */
	readonly length: number;
	/** Whether it touches the number. */
	readonly attached: boolean;
	readonly word: string;
	/** The unit that the same letters stand for, in an unambiguous spelling: `tonnes`. */
	readonly unit?: string;
}

// The short and long forms that the locale data of Unicode has, in lower case and without a final dot, by power of ten.
const words: Readonly<Record<number, string>> = {
	2: "hundred|hundert",
	3: `k|thousand|thousands|tsd|tausend|e|rb|tis|tys|tūkst|χιλ|тыс|тис|хил|хиљ|мың|ألف|آلاف|هزار|ہزار|ह|हज़ार|हजार|হা|হাজার|ათ|mille|mila|
		millier|milliers|duizend|duisend|tusind|tusen|tuhat|tuhatta|tuh|tisíc|tisíce|tisíca|tysiąc|tysiące|tysiąca|tysięcy|ezer|mii|mie|de mii|
		bin|χιλιάδα|χιλιάδες|тысяча|тысячи|тысяч|тисяча|тисячі|тисяч|хиляди|אלף|พัน|nghìn|ribu|libo|miler|milers|tisuća|tisuće|tisoč|þúsund`,
	4: "หมื่น",
	5: "lakh|lakhs|लाख|লা|লাখ|لاکھ|แสน",
	6: `million|millions|mio|mn|mln|mill|milj|jt|juta|εκ|млн|мил|مليون|ملايين|میلیون|მლნ|millionen|milion|milione|milioni|milions|milión|
		milióny|miliónov|milióna|miliony|miliona|milionu|milionów|milionů|milioane|de milioane|millón|millones|milhão|milhões|miljoen|miljon|
		miljoner|miljoona|miljoonaa|millioner|millió|milyon|εκατομμύριο|εκατομμύρια|миллион|миллиона|миллионов|мільйон|мільйона|мільйони|
		мільйонів|милион|милиона|מיליון|ล้าน|triệu|milijun|milijuna|milijon|milijona|milijoni|milijonov|milijonai|milijonų|milió`,
	7: "cr|crore|crores|क॰|करोड़|कोटी|কো|কোটি|کروڑ",
	9: `bilhão|bilhões|md|mld|mlrd|mljrd|mrd|mr|mia|mjd|mlr|mm|km|milliard|milliards|milliarde|milliarden|milliarder|miliard|miliarda|miliardy|miliardów|
		miliarde|de miliarde|miliardi|miliardo|miliárd|milliárd|miljard|miljarder|miljardi|miljardia|milyar|miliar|mil m|mil millones|mil milhões|
		δισ|δισεκατομμύριο|δισεκατομμύρια|млрд|миллиард|миллиарда|миллиардов|мільярд|мільярда|мільярди|мільярдів|милиард|милиарда|מיליארד|
		مليار|میلیارد|พันล้าน|tỷ|अ॰|अरब|अब्ज|ارب|thousand million|milijarda|milijarde|milijardi|milijard`,
	10: "หมื่นล้าน|kcr",
	11: "ख॰|खरब|แสนล้าน|کھرب",
	12: `bln|bio|bilj|trilhão|trilhões|tri|tril|trilj|trln|lcr|lakh crore|billionen|bilion|biliony|biliónov|bilión|bilionu|bilionů|bilionów|
		biliona|billón|billones|bilião|biliões|biljoen|biljon|biljoner|biljoona|biljoonaa|billioner|billió|trilion|trilioane|de trilioane|triliun|
		trilyon|mille miliardi|mila miliardi|τρισ|τρισεκατομμύριο|τρισεκατομμύρια|трлн|триллион|триллиона|триллионов|трильйон|трильйона|трильйони|
		трильйонів|трилион|трилиона|טריליון|ترليون|تریلیون|ล้านล้าน|nghìn tỷ|nt|trillion|trillions|bill|bil`,
	13: "नील|पद्म",
};
const exponents = new Map<string, ReadonlyArray<number>>([
	...Object.entries(words).flatMap(([exponent, text]) =>
		text.split(/\s*\|\s*/).map((word) => [word, [Number(exponent)]] as const),
	),
	// The same letters are different powers in different languages.
	["m", [6, 9]],
	["b", [9, 12, 3]],
	["T", [12, 9]],
	["t", [3]],
	["g", [9]],
	["bn", [9, 12]],
	["tn", [12, 3]],
	["bi", [9, 12]],
	["bilion", [12, 9]],
	["billion", [9, 12]],
	["billions", [9, 12]],
	["mil", [3, 6]],
	["tr", [6, 12]],
	["n", [3]],
	["l", [5]],
	["mi", [6]],
]);
/** Letters that can also be a unit, with an unambiguous spelling of it. */
const units: Readonly<Record<string, string>> = {
	m: "metres",
	t: "tonnes",
	l: "litres",
	mi: "miles",
	g: "grams",
	bin: "bins",
	mil: "miles",
	mila: "miles",
	mille: "miles",
	bio: "bios",
	bill: "bills",
	bil: "bils",
};
/** Letters that are a magnitude only in this case: `km` is kilometres, `kM` is Catalan for 10^9. */
const cased: Readonly<Record<string, string>> = {
	km: "kM",
	mm: "mM",
	mr: "Mr",
	tr: "Tr",
	nt: "NT",
	n: "N",
	e: "E",
	g: "G",
	l: "L",
};
/** Written without a space in the languages that use them. `千米` is a kilometre. */
const eastern: ReadonlyArray<readonly [RegExp, number]> = [
	[/^ ?万亿/, 12],
	[/^ ?(?:兆(?!字节|位|瓦|赫)|조)/, 12],
	[/^ ?[亿億억]/, 8],
	[/^ ?[万萬만]/, 4],
	[/^ ?(?:千(?![米克瓦卡赫])|천)/, 3],
];
const attachedOnly: Readonly<Record<string, ReadonlyArray<number>>> = {
	k: [3],
	m: [6],
	b: [9],
	bn: [9],
	tn: [12],
	mio: [6],
	mn: [6],
	mln: [6],
	mrd: [9],
	cr: [7],
	kcr: [10],
	lcr: [12],
};

/**
 * Parses the magnitude at the start of the text after a number. Undefined if there is none.
 *
 * @param withCurrency whether the amount is money, so that `L` is a lakh and not a litre
 */
export function readMagnitude(rest: string, withCurrency: boolean): Magnitude | undefined {
	for (const [pattern, exponent] of eastern) {
		const match = pattern.exec(rest);
		if (match) {
			return { exponents: [exponent], length: match[0].length, attached: true, word: match[0].trim() };
		}
	}
	const [first] = /^ ?[\p{L}\p{M}॰]+/u.exec(rest) ?? [];
	if (first === undefined) {
		return undefined;
	}
	const attached = !first.startsWith(" ");
	const known = attached ? attachedMagnitude(first, withCurrency) : undefined;
	if (known) {
		return { exponents: known, length: first.length, attached, word: first };
	}
	for (const word of phrases(rest)) {
		const name = word.toLowerCase();
		const found = exponents.get(word) ?? exponents.get(name);
		const unit = unitOf(word, name);
		if (
			found &&
			(cased[name] ?? word) === word &&
			!(attached && (name === "e" || (unit !== undefined && name !== "l")))
		) {
			const length = rest.indexOf(word) + word.length;
			const dot = rest[length] === "." && !rest.startsWith("..", length) ? 1 : 0;
			return { ...(unit === undefined ? {} : { unit }), exponents: found, length: length + dot, attached, word };
		}
	}
	return undefined;
}

/**
 * For letters that can also be a unit: what they mean on their own. Single capitals after a space, `5 M` and `5 T`,
 * are magnitudes.
 */
function unitOf(word: string, name: string): string | undefined {
	return word === "M" || word === "T" ? undefined : units[name];
}

function attachedMagnitude(word: string, withCurrency: boolean): ReadonlyArray<number> | undefined {
	const name = word.toLowerCase();
	if (name === "t" || name === "l") {
		return word === "T" || withCurrency ? [name === "t" ? 12 : 5] : undefined;
	}
	return Object.hasOwn(attachedOnly, name) ? attachedOnly[name] : undefined;
}

/** The first three words, the first two, and the first. */
function phrases(rest: string): ReadonlyArray<string> {
	const [, one = "", two, three] = /^ ?([\p{L}\p{M}॰]+)(?: ([\p{L}\p{M}]+))?(?: ([\p{L}\p{M}]+))?/u.exec(rest) ?? [];
	return [...(three ? [`${one} ${two} ${three}`] : []), ...(two ? [`${one} ${two}`] : []), one];
}

/** Every word and letter that can be a magnitude, in lower case, the longest first. */
export const magnitudeWords: ReadonlyArray<string> = [
	...exponents.keys(),
	..."万亿 兆 조 亿 億 억 万 萬 만 千 천".split(" "),
].sort((a, b) => b.length - a.length);
