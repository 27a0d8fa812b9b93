import { strict as assert } from "node:assert";
import * as vscode from "vscode";
import { isWorthRetrying, readErrorText, writeErrorText } from "../../../src/host/core/fileErrorText.ts";

/** The errors of files and disks that Linux, macOS and Windows report. */
const platform =
	"EACCES EAGAIN EBADF EBUSY ECONNREFUSED ECONNRESET EDEADLK EDQUOT EEXIST EFAULT EFBIG EHOSTDOWN EHOSTUNREACH EINTR EINVAL EIO EISDIR ELOOP EMFILE EMLINK ENAMETOOLONG ENETDOWN ENETUNREACH ENFILE ENOBUFS ENODEV ENOENT ENOLCK ENOMEDIUM ENOMEM ENOSPC ENOSYS ENOTCONN ENOTDIR ENOTEMPTY ENOTSUP ENXIO EOPNOTSUPP EOVERFLOW EPERM EPIPE ERANGE EROFS ESTALE ETIMEDOUT ETXTBSY EXDEV UNKNOWN";
const ofVsCode = [
	"FileNotFound",
	"FileExists",
	"FileIsADirectory",
	"FileNotADirectory",
	"NoPermissions",
	"Unavailable",
];

describe("the reason why a file can't be read or written", () => {
	const errors = [...platform.split(" "), ...ofVsCode].map((code) =>
		Object.assign(new Error(`${code}: raw words, write '/home/me'`), { code }),
	);

	it("is given in words, whatever its code", () => {
		for (const error of errors) {
			for (const words of [readErrorText(error), writeErrorText(error)]) {
				assert.match(words, /^[A-Z].{8,}\.$/, error.code);
				assert.doesNotMatch(words, /raw words/);
			}
		}
	});

	it("offers Retry only if that can work", () => {
		const worth = new Map(errors.map((error) => [error.code, isWorthRetrying(error)]));
		for (const code of [
			"ENOSPC",
			"EACCES",
			"EISDIR",
			"EBUSY",
			"EIO",
			"ESTALE",
			"EROFS",
			"FileNotFound",
			"Unavailable",
		]) {
			assert.equal(worth.get(code), true, code);
		}
		for (const code of ["EFBIG", "ENAMETOOLONG", "EINVAL", "ENOTSUP"]) {
			assert.equal(worth.get(code), false, code);
		}
		// A fault of the program stays one.
		assert.equal(isWorthRetrying(new TypeError("x is not a function")), false);
		assert.equal(isWorthRetrying(vscode.FileSystemError.Unavailable("x")), true);
	});
});
