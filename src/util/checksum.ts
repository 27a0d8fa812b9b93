// Factors and shifts of the finalizer of MurmurHash3, which maps each 32-bit word to a different one.
const factor = 0x85ebca6b;
const shift = 13;

/**
 * A checksum of bytes, in words of 32 bits. A change within one word is always detected, because each step is a
 * bijection of words; several changes go undetected about once in 2^53 times. It does not protect against forgery.
 */
export function checksum(bytes: Uint8Array): number {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const whole = bytes.length - (bytes.length % 4);
	let state = bytes.length;
	let sum = 0;
	for (let at = 0; at < whole; at += 4) {
		state = Math.imul(state ^ view.getUint32(at, true), factor);
		state ^= state >>> shift;
		sum = (sum + state) | 0;
	}
	for (let at = whole; at < bytes.length; at++) {
		state = Math.imul(state ^ (bytes[at] ?? 0), factor);
		state ^= state >>> shift;
		sum = (sum + state) | 0;
	}
	// All of the state, plus as many bits of the sum as a number holds exactly.
	return (state >>> 0) * 2 ** 21 + (sum & 0x1fffff);
}
