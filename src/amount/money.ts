import { asianCurrencies, currencyCodes, currencyLetters, smallCodes } from "./currency.ts";
import { magnitudeWords } from "./magnitude.ts";

// Parts of currency names in the languages of the Unicode locale data (CLDR).

/** Prefixes of words that are only currency names. */
const clear = `dollar|dollár|dolar|dólar|dolár|dollaria|dolær|euros?(?![\\p{L}])|evro|euró|shekler|eurų|eura(?![\\p{L}])|sterlin|steriln|yen(?:es|s)?(?![\\p{L}])|iene|jüan|yuan|juania|jenów|
	francs?(?![\\p{L}])|francos|franken|franki|franco(?= s)|frangi|roepi|rupi[aeîjo]|rupí|rupií|rupees?|rupy|rupie|roupie|rúpi|krón|kron[aeou]|korun|koron|kruunu|coro[na]|couronne|coroa|
	z[lł][oó][tț]|eslot|sloty|zlotu|forint|rubl|rúbl|rouble|roebel|rupla|ruplaa|rubel|rúp|pesos?(?![\\p{L}])|pesoa|pes(?![\\p{L}])|dinar|dinár|dínár|[sš]ekel|szekel|szekl|schekel|sékel|shek[el]|
	libra esterlin|libras esterlin|lire sterlin|liră sterlin|funt szterlin|funt[aóuy]w? szterlin|franchi(?![\\p{L}])|franci(?![\\p{L}])|fiorin[io](?![\\p{L}])|
	florins?(?![\\p{L}])|florim|forinț|frank(?![\\p{L}])|frang[ıi]|euroa(?![\\p{L}])|dinaari|jeni[aä](?![\\p{L}])|sekeli|szekla|szekle|szekli|sicli(?![\\p{L}])|séqueles|juan[aóy]?w?(?=\\s[a-z])|jüan|kroon|kroni(?![\\p{L}])|
	koruna|kronu|wonu(?![\\p{L}])|lirası|reali(?=\\s|$)|realia(?![\\p{L}])|rupisi|rupii|rupie|lia Thổ|rupi(?![\\p{L}])|wonia(?![\\p{L}])|puntaa(?![\\p{L}])|liiraa(?![\\p{L}])|rublesi|zlotisi|pesosu|pesa(?![\\p{L}])|realer(?![\\p{L}])|schweizerfranc|
	sheqel|sjekel|shekkel|şekel|séquel|siclo|đô la|yên|nhân dân tệ|rupiah|lia thổ|real brasil|reais|reales|realów|
	доллар|долар|евро|євро|фунт|иен|єн|ієн|франк|юан|рупи|рупі|вон(?:а|ы|и|ів)?(?![\\p{L}])|крон|злот|форинт|форінт|лир[аы]?(?![\\p{L}])|лір[аи]?(?![\\p{L}])|рубл|песо|динар|шекел|реал(?:а|ов|ы|и|ів)?(?![\\p{L}])|
	δολάρι|δολαρί|ευρώ|λίρ|γιεν|φράγκ|γουάν|ρουπί|ρεάλ|γουόν|κορών|κορόν|κορων|ζλότ|φιορίν|ρούβλ|πέσο|δηνάρ|σέκελ`;
const clearWithoutSpaces = `דולר|אירו|ליר|ין|פרנק|יואן|רופי|ריאל|וון|כתר|קרונ|קורונ|זלוט|פורינט|רובל|פזו|פסו|דינר|שקל|دولار|يورو|جنيه|ين|فرنك|يوان|روبي|ريال|وون|
	كرون|زلوت|فورينت|ليرة|روبل|بيزو|دينار|شيكل|डॉलर|डालर|यूरो|पाउंड|पाउण्ड|येन|फ़्रैंक|फ़्रैंक|युआन|रुपय|रुपिय|रियाल|रीयाल|वॉन|क्रोन|कोरुना|ज़्लॉटी|ज़्लॉटी|फ़ोरिंट|फोरिंट|
	लीरा|रूबल|रुपए|पेसो|दिनार|शेकेल|ドル|ユーロ|ポンド|フラン|ルピー|ルピア|レアル|ウォン|クローナ|クローネ|コルナ|ズウォティ|フォリント|リラ|ルーブル|ペソ|ディナール|シェケル|
	달러|유로|파운드|프랑|위안|루피|레알|헤알|원|크로나|크로네|코루나|즐로티|즈워티|포린트|리라|루블|페소|디나르|셰켈|세켈|엔|ดอลลาร์|ยูโร|ปอนด์|เยน|ฟรังก์|หยวน|รูปี|รูเปียห์|
	เรียล|วอน|โครน|โครูนา|ซลอตี|สลอตี|ฟอรินต์|ลีรา|รูเบิล|เปโซ|ดีนาร์|เชเกล|[\\p{Script=Han}]{0,4}[元圆圓镑鎊盾朗提林拉布比尔爾币幣郎索]`;
/** Words with other meanings too: currency names only next to a country. */
const others =
	"lir|wonów|wona|wonů|woni|libry|liber|real[aeuy]|líra|pounds?|pund|pfund|libras?|livres?|funt[oóiy]*|font|punt|pond|punta|lir[aeyăàęí]+s?|lire|liira|real|réal|reais|reál[ůy]?|realů|reali|reals|réa[il]s?|wons?|wony|yen[i]?|jen[yůiaóu]*|bảng|frank[aieoóuyůw]*|rial|rublo|shekler";
const countries =
	"angol|englan|turec|etelä|esterlin|szterlin|sur?d?core|sud-core|elveț|chiń|brazyl|indyj|indones|braxin|inggris|thổ|korea|południ|dél-|güney|brit|inglés|ingles|angl|bret|egyp|egip|turc|turk|türk|tyrk|tyrec|török|turqu|braz|bras|brés|süd|south|sydkor|sør|zuid|corean|korean|koreań|sul-|sud|jiho|koreai|jap|schw|sveits|švýc|swis|suiss|suizo|suíço|szwajc|svájc|elve|isvi|thụy|anh|nhật|hàn|sterling";
/** Adjectives of countries, written in lower case before a name in some languages. */
const adjectives =
	"now[eyi]|új|ungersk|uus|uut|isr|izr|new|nouveau|nuev|nuov|nieuw|ny|zwits|zweed|noor|deen|lengyel|magyar|kín|ausz|török|rysk|sveit|svéd|tjekk|jiho|połud|schweiz|indyj|ryska|amer|indon|indi|indy|indie|nov|nov|nye|svens|švéd|szwed|norw|nors|nor|dan|dán|duń|pol|cze|česk|hung|ungar|węg|maď|rus|ros|ryss|mex|meks|kana|cana|can|austr|israel|izra|nya|szter|brit|jap|schwe|turk|turec|oros|cseh|braz|bras|kuw|kuv|kow|kin|čín|chi|yhdys|tjeck|tsje|de";
const space = String.raw`[\s\u200e\u200f\u061c]{0,5}`;
const numeral =
	/[.,٫]?\p{Nd}+(?:[.,'’ʼ٬٫_·]\p{Nd}+|[ \u00a0\u202f\u2009]\p{Nd}{3}(?!\p{Nd}))*(?:(?:[eEЕ]|أس)[\u200e\u200f\u061c]*[-−]?\p{Nd}{1,3}|×\p{Nd}{2}\^[\u200e\u200f\u061c]*[-−]?\p{Nd}{1,3})?/gu;
const sign = String.raw`(?:\p{L}{0,3}\.?)?\p{Sc}(?:${space}(?:US|CA|AU|NZ|HK|MX|SG|TW|GB|E)(?![\p{L}]))?`;
const codes = [...currencyCodes].join("|");
const front = new RegExp(
	String.raw`(?:${sign}|(?:${asianCurrencies})|(?<![\p{L}\p{N}])(?:[A-Z]{3}(?=[\s\u200e\u200f])|${codes}|${smallCodes}|${currencyLetters}|R))${space}[-−+]?${space}$`,
	"u",
);
const words = magnitudeWords.map((word) =>
	(/^[a-z ]{1,5}$/.test(word) ? anyCase(word) : bothCases(word)).replaceAll(" ", String.raw`\s`),
);
const magnitude = new RegExp(
	String.raw`${space}(?:(?:${words.join("|")})(?![\p{L}\p{M}\p{Nd}])\.?|万亿|[万亿億兆만억조萬])`,
	"uy",
);
const title = String.raw`(?:(?:\p{Lu}|(?!\p{Script=Latin})\p{L}|(?:${adjectives})(?=\p{L}|\s))[\p{L}\p{M}.'’-]{0,20}\s)`;
const country = String.raw`(?:(?:${bothCases(countries)})[\p{L}\p{M}-]{0,14})`;
const name = [
	String.raw`${title}{0,3}(?:\p{L}{1,12}-)?(?:${bothCases(clear)})[\p{L}\p{M}]{0,8}`,
	String.raw`(?:[\p{L}\p{M}]{1,20}\s){0,3}[\p{L}\p{M}]{0,12}?(?:${lines(clearWithoutSpaces)})`,
	String.raw`(?:${title}?${country}[\s-]?)(?:${bothCases(others)})(?![\p{L}])`,
	String.raw`(?:de )?(?:${bothCases(others)})\s${country}`,
].join("|");
const behind = new RegExp(
	String.raw`${space}(?:${sign}|(?:${codes})(?![\p{L}\p{N}])|(?:${currencyLetters}|${smallCodes})(?![\p{L}\p{N}])|${asianCurrencies}|${name})`,
	"uy",
);
const between = /^(?:\s?(?:-|–|—|~|\.\.|…)\s?|\s(?:to|bis)\s)$/;
const leadingSign = /(?<![\p{L}\p{N}+%])[\u200e\u200f\u061c]*[-+−‐][\u200e\u200f\u061c\s]?[\u200e\u200f\u061c]*$/u;
/** The longest currency, with its spaces. */
const farthest = 16;

interface Span {
	readonly start: number;
	readonly end: number;
	readonly isMoney: boolean;
	/** A currency before the number. */
	readonly hasFront: boolean;
}

/** Replaces every amount of money in a text, however it is written. */
export function maskMoney(text: string, mask: string): string {
	let masked = "";
	let at = 0;
	for (const { start, end } of ranges(text).filter(({ isMoney }) => isMoney)) {
		masked += text.slice(at, start) + mask;
		at = end;
	}
	return masked + text.slice(at);
}

/** All numbers with their currency and unit; the two ends of a range are one. */
function ranges(text: string): ReadonlyArray<Span> {
	const found: Array<Span> = [];
	for (const match of text.matchAll(numeral)) {
		const last = found.at(-1);
		const span = spanAt(text, match.index, match.index + match[0].length, last?.end ?? 0);
		const gap = last ? text.slice(last.end, span.start) : "";
		const isRange =
			last && between.test(gap) && (last.isMoney || span.isMoney) && !(/[a-z]/.test(gap) && span.hasFront);
		if (isRange) {
			found.splice(-1, 1, { ...span, start: last.start, isMoney: true, hasFront: last.hasFront });
		} else {
			found.push(span);
		}
	}
	return found;
}

function spanAt(text: string, from: number, to: number, least: number): Span {
	const before = text.slice(Math.max(least, from - farthest), from);
	const currency = front.exec(before);
	const free = currency ? before.slice(0, currency.index) : before;
	// Directly after another number, a hyphen is a range.
	const sign = leadingSign.exec(free);
	const outer = sign?.index === 0 && least > 0 && from - before.length === least ? undefined : sign;
	const start = from - before.length + (outer?.index ?? currency?.index ?? before.length);
	const scaled = endOf(magnitude, text, to) ?? to;
	const plus = text[scaled] === "+" ? 1 : 0;
	const named = endOf(behind, text, scaled + plus);
	const end = named ?? scaled + plus;
	return {
		start: currency || named !== undefined ? start : from,
		end: end + (text[end] === "+" ? 1 : 0),
		isMoney: currency !== null || named !== undefined,
		hasFront: currency !== null,
	};
}

function endOf(pattern: RegExp, text: string, from: number): number | undefined {
	pattern.lastIndex = from;
	return pattern.test(text) ? pattern.lastIndex : undefined;
}

/** A pattern for a word of ASCII letters in any case. */
function anyCase(word: string): string {
	return word.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
}

/** A pattern of alternatives that may begin with a capital. */
function bothCases(alternatives: string): string {
	return lines(alternatives)
		.split("|")
		.map((each) => {
			const [first = "", ...rest] = each;
			return first.toUpperCase() === first || first === "[" ? each : `[${first}${first.toUpperCase()}]${rest.join("")}`;
		})
		.join("|");
}

function lines(text: string): string {
	return text.replace(/\s*\n\s*/g, "").replaceAll("\\\\", "\\");
}
