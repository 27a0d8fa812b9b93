/** The arithmetic mean of the values that are defined; undefined if there are none. */
export function mean(shares: ReadonlyArray<number | undefined>): number | undefined {
	const known = shares.filter((share) => share !== undefined);
	return known.length ? known.reduce((sum, share) => sum + share, 0) / known.length : undefined;
}
