/** A glob pattern that matches only this name, whatever special characters it contains. */
export function escapeGlob(name: string): string {
	return name.replace(/[[\]{}*?]/g, "[$&]");
}
