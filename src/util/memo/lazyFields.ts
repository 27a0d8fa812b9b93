import { once } from "./once.ts";

/** Adds fields to an object that are computed when they are first read. They count as its own, enumerable fields. */
export function withLazyFields<T extends object, L extends Readonly<Record<string, () => unknown>>>(
	target: T,
	fields: L,
): T & { readonly [K in keyof L]: ReturnType<L[K]> } {
	for (const [name, compute] of Object.entries(fields)) {
		Object.defineProperty(target, name, { get: once(compute), enumerable: true });
	}
	return target as T & { readonly [K in keyof L]: ReturnType<L[K]> };
}
