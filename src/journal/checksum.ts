// The factors and shifts of MurmurHash3's last step: each turns one word into another, and no two into the same.
const factor = 0x85ebca6b;
const shift = 13;

/**
 * A checksum of some bytes, in words of 32 bits. A change within one word always shows, as each step gives different results
 * for different words; several changes go unnoticed once in 2^53 times. It is no defence against forgery.
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
	// All of the state, and as many bits of the sum as a number still holds exactly.
	return (state >>> 0) * 2 ** 21 + (sum & 0x1fffff);
}
