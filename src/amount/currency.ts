/** A currency next to a number. */
export interface Currency {
	/** As written, without spaces: `$`, `CHF`, `kr`. */
	readonly name: string;
	/** The number of characters, including the space between it and the number. */
	readonly length: number;
}

/** The codes of ISO 4217 that are in use. */
export const currencyCodes: ReadonlySet<string> = new Set(
	`AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLF CLP CNH CNY
	COP CRC CUC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR
	IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK
	MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS
	SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL`
		.trim()
		.split(/\s+/),
);
/** Codes that are not words in lower case. */
export const smallCodes =
	"usd|eur|gbp|jpy|chf|cny|inr|aud|sek|nok|dkk|pln|czk|huf|brl|krw|zar|nzd|sgd|hkd|mxn|rub|thb|idr";
/** Symbols made of letters, from the Unicode locale data (CLDR). */
export const currencyLetters = String.raw`Rp\.?|RM|Rs\.?|[SND]?[Kk]r\.?|S?Fr\.|SFr|zł|Kč|Ft|lei|lej|лв\.?|руб\.?|щ\.д\.|(?:[دجرلإبكسمعتقأن]\.){2}`;
export const asianCurrencies = "人民币|人民幣|美元|欧元|歐元|英镑|日元|元|円|엔|원|달러|유로";
const sign = String.raw`(?:[A-Z]{1,3}|щ\.д\.)?\p{Sc}(?:[A-Z]{2,3}(?![\p{L}]))?`;

const front = new RegExp(
	String.raw`^(?:(${sign}) ?|([A-Z]{3}) |(${currencyLetters}|R|${smallCodes}|${asianCurrencies}) ?(?=[\d.,+-])|([A-Z]{3})(?=[\d.,+-]))`,
	"u",
);
const behind = new RegExp(
	String.raw`^ ?(${sign}|[A-Z]{3}(?![\p{L}\d])|(?:${currencyLetters}|${smallCodes})(?![\p{L}\d])|${asianCurrencies}|米ドル|ユーロ)`,
	"u",
);
/** Currencies with thousandths: a single separator and three digits may well be a fraction of these. */
const thousandths =
	/^(?:KWD|BHD|OMR|JOD|TND|LYD|IQD|.\..\..?\.?)$|dinar|dínár|динар|δηνάρ|דינר|دينار|دینار|दिनार|ディナール|디나르|第纳尔|第納爾|ดีนาร์|\brial/iu;

/**
 * The currency before a number: `$`, `US$`, `CHF `, `kr `, `USD180`. Any three capitals followed by a space are one.
 */
export function currencyBefore(text: string): Currency | undefined {
	const match = front.exec(text);
	const code = match?.[4];
	if (!match || (code !== undefined && !currencyCodes.has(code))) {
		return undefined;
	}
	return { name: match.slice(1).find((each) => each !== undefined) ?? "", length: match[0].length };
}

/**
 * The currency after a number: ` €`, ` EUR`, ` kr`, `元`. Capitals are one only if they are an ISO 4217 code in use.
 */
export function currencyBehind(text: string): Currency | undefined {
	const match = behind.exec(text);
	const [whole = "", name = ""] = match ?? [];
	return match && (!/^[A-Z]{3}$/.test(name) || currencyCodes.has(name)) ? { name, length: whole.length } : undefined;
}

/** Whether a currency, or a unit that is one, is divided into thousandths. */
export function hasThousandths(name: string): boolean {
	return thousandths.test(name);
}

const dollars = "USD CAD AUD NZD SGD HKD TWD MXN";
/** The codes that symbols and names stand for. One symbol may stand for several currencies. */
const meanings: Readonly<Record<string, string>> = {
	$: dollars,
	dollar: dollars,
	dollars: dollars,
	us$: "USD",
	$us: "USD",
	"us dollar": "USD",
	"us dollars": "USD",
	a$: "AUD",
	au$: "AUD",
	c$: "CAD",
	ca$: "CAD",
	nz$: "NZD",
	nt$: "TWD",
	hk$: "HKD",
	mx$: "MXN",
	"€": "EUR",
	euro: "EUR",
	euros: "EUR",
	欧元: "EUR",
	"£": "GBP",
	pounds: "GBP",
	"¥": "JPY CNY",
	"￥": "JPY CNY",
	yen: "JPY",
	円: "JPY",
	yuan: "CNY",
	元: "CNY TWD",
	人民币: "CNY",
	美元: "USD",
	"₹": "INR",
	rs: "INR",
	rupees: "INR",
	"fr.": "CHF",
	sfr: "CHF",
	franken: "CHF",
	francs: "CHF",
	kr: "SEK NOK DKK",
	"kr.": "SEK NOK DKK",
	r$: "BRL",
	"₩": "KRW",
	"₽": "RUB",
	"₺": "TRY",
	zł: "PLN",
	kč: "CZK",
	ft: "HUF",
};

/** Whether two symbols, codes or names can stand for the same currency: `€`, `EUR` and `euros`. */
export function isSameCurrency(one: string, other: string): boolean {
	const [some, others] = [codesOf(one), codesOf(other)];
	return one.toLowerCase() === other.toLowerCase() || some.some((code) => others.includes(code));
}

/** A single name for all spellings of an unambiguous currency: `EUR` for `€` and `euros`, but `$` for itself. */
export function currencyKey(name: string): string {
	const codes = codesOf(name);
	return codes.length === 1 ? (codes[0] ?? name) : name;
}

function codesOf(name: string): ReadonlyArray<string> {
	const key = name.toLowerCase();
	return Object.hasOwn(meanings, key) ? (meanings[key]?.split(" ") ?? []) : [name.toUpperCase()];
}
