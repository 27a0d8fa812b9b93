/** A pattern that matches only what is called so, whatever signs are in the name. */
export function literalGlob(name: string): string {
	return name.replace(/[[\]{}*?]/g, "[$&]");
}
