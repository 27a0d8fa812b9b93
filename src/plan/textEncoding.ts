/** A file that isn't UTF-8. Reading it would be guessing, and writing it as UTF-8 would destroy its content. */
export class EncodingError extends Error {
	/**
	 * @param encoding the name that VS Code shows; undefined for UTF-8 with invalid bytes
	 * @param line of the first byte that is not valid UTF-8, counted from 1
	 */
	constructor(
		readonly encoding: string | undefined,
		readonly line = 1,
	) {
		super(encoding === undefined ? `line ${line} isn't valid UTF-8` : `the text is encoded in ${encoding}`);
	}
}

/** The encodings that can be detected from the bytes. */
export type EncodingName = "UTF-16 LE" | "UTF-16 BE" | "UTF-32 LE" | "UTF-32 BE" | "Windows-1252" | "GB 18030";

/** The number of bytes that are enough to detect an encoding. */
const sampleSize = 65_536;

/**
 * The text of a UTF-8 file, without its byte order mark.
 *
 * @throws EncodingError if the bytes aren't UTF-8
 */
export function decodeUtf8(bytes: Uint8Array): string {
	const wide = wideEncoding(bytes);
	if (wide) {
		throw new EncodingError(wide);
	}
	const decoder = new TextDecoder("utf-8", { fatal: true });
	try {
		return decoder.decode(bytes);
	} catch {
		throw new EncodingError(narrowEncoding(bytes), firstInvalidLine(bytes));
	}
}

/** The UTF-16 or UTF-32 encoding of a text, by its byte order mark or its zero bytes; undefined for any other. */
export function wideEncoding(bytes: Uint8Array): EncodingName | undefined {
	const [first = 0, second = 0, third = 0, fourth = 0] = bytes;
	if (bytes.length >= 4 && first === 0xff && second === 0xfe && third === 0 && fourth === 0) {
		return "UTF-32 LE";
	}
	if (bytes.length >= 4 && first === 0 && second === 0 && third === 0xfe && fourth === 0xff) {
		return "UTF-32 BE";
	}
	if (bytes.length >= 2 && (first << 8) + second === 0xfffe) {
		return "UTF-16 LE";
	}
	if (bytes.length >= 2 && (first << 8) + second === 0xfeff) {
		return "UTF-16 BE";
	}
	return wideByZeros(bytes.subarray(0, 1024));
}

/**
 * In UTF-16 every ASCII letter, including the first, has a zero byte, always on the same side. A torn file has zeros
 * on both sides.
 */
function wideByZeros(bytes: Uint8Array): EncodingName | undefined {
	const side = bytes[1] === 0 ? 1 : 0;
	let zeros = 0;
	for (const [at, byte] of bytes.entries()) {
		if (byte === 0 && at % 2 !== side) {
			return undefined;
		}
		zeros += byte === 0 ? 1 : 0;
	}
	const isWide = bytes[side] === 0 && bytes.length >= 8 && zeros >= bytes.length / 4;
	const wide = side === 1 ? "UTF-16 LE" : "UTF-16 BE";
	return isWide ? wide : undefined;
}

/**
 * The encoding of a text that is not UTF-8; undefined for UTF-8 with some invalid bytes. Detected by runs of bytes
 * above ASCII: they are long in Chinese text and one or two bytes long in European text. Few of either are valid UTF-8
 * by chance.
 */
function narrowEncoding(bytes: Uint8Array): EncodingName | undefined {
	const decoder = new TextDecoder("utf-8", { fatal: true });
	const bytesIn = { valid: 0, invalid: 0, long: 0, short: 0 };
	for (const run of runsAboveAscii(bytes.subarray(0, sampleSize))) {
		bytesIn[run.length >= 4 ? "long" : "short"] += run.length;
		try {
			decoder.decode(run);
			bytesIn.valid += run.length;
		} catch {
			bytesIn.invalid += run.length;
		}
	}
	if (bytesIn.valid > 0 && bytesIn.valid >= bytesIn.invalid) {
		return undefined;
	}
	return bytesIn.long > bytesIn.short ? "GB 18030" : "Windows-1252";
}

function* runsAboveAscii(bytes: Uint8Array): Generator<Uint8Array> {
	let start = 0;
	for (let at = 0; at <= bytes.length; at++) {
		if ((bytes[at] ?? 0) < 0x80) {
			if (at > start) {
				yield bytes.subarray(start, at);
			}
			start = at + 1;
		}
	}
}

/** In UTF-8 only the line break itself contains its byte, so each line can be decoded on its own. */
function firstInvalidLine(bytes: Uint8Array): number {
	const decoder = new TextDecoder("utf-8", { fatal: true });
	let line = 1;
	for (let start = 0; start < bytes.length; line++) {
		const lineBreak = bytes.indexOf(10, start);
		const end = lineBreak < 0 ? bytes.length : lineBreak + 1;
		try {
			decoder.decode(bytes.subarray(start, end));
		} catch {
			break;
		}
		start = end;
	}
	return line;
}
