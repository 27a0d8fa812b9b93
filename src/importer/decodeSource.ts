import { decodeUtf8, wideEncoding } from "../plan/textEncoding.ts";

const decoders = { "UTF-16 LE": "utf-16le", "UTF-16 BE": "utf-16be" } as const;

/**
 * The text of a file to import, without its byte order mark: UTF-8, or UTF-16 as spreadsheets save it.
 *
 * @throws EncodingError if the bytes are in another encoding
 */
export function decodeSource(bytes: Uint8Array): string {
	const wide = wideEncoding(bytes);
	return wide === "UTF-16 LE" || wide === "UTF-16 BE"
		? new TextDecoder(decoders[wide]).decode(bytes)
		: decodeUtf8(bytes);
}
