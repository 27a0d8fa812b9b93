/** The keys of the format, in all its maps. They tell a key from text that has a colon in it. */
const keys: ReadonlySet<string> = new Set(
	[
		"format title goal aim about note link start week time_off measures phases tracks targets commitments checkpoints",
		"indicators factors risks advantages slips starts days day_ends hours counts when why id formerly private count track",
		"focus outcomes share stages milestones activities every until replaces questions ask evidence leading lagging",
		"practices mitigations watch for points at by of from needs drives parts optional times confirm valid dropped on repo path message reviews",
	].flatMap((line) => line.split(" ")),
);

/** Whether a text is a key of the format, in whatever case; or `name`, which other formats have for `title`. */
export function isFormatKey(key: string): boolean {
	return keys.has(key.toLowerCase()) || key.toLowerCase() === "name";
}
