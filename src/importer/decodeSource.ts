import { decodeUtf8, wideEncoding } from "../plan/textEncoding.ts";

const decoders = { "UTF-16 LE": "utf-16le", "UTF-16 BE": "utf-16be" } as const;

/** A file that is no text, such as the workbook of a spreadsheet. */
export class PackedFileError extends Error {}

/**
 * The text of a file to import, without its byte order mark: UTF-8, or UTF-16 as spreadsheets save it.
 *
 * @throws PackedFileError if it is a workbook (`.xlsx`, `.ods`, `.xls`), EncodingError if the bytes are in another encoding
 */
export function decodeSource(bytes: Uint8Array): string {
	if (isPacked(bytes)) {
		throw new PackedFileError("not a text");
	}
	const wide = wideEncoding(bytes);
	return wide === "UTF-16 LE" || wide === "UTF-16 BE"
		? new TextDecoder(decoders[wide]).decode(bytes)
		: decodeUtf8(bytes);
}

/** Whether a file begins as ZIP files do, or as those of older office programs. */
function isPacked(bytes: Uint8Array): boolean {
	const starts = [
		[0x50, 0x4b, 0x03, 0x04],
		[0xd0, 0xcf, 0x11, 0xe0],
	];
	return starts.some((start) => start.every((byte, at) => bytes[at] === byte));
}
