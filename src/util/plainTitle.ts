/**
 * A title without the marks of Markdown, as text: `**Week 1**: [Course](https://a.example)` is "Week 1: Course". What isn't
 * closed stays.
 */
export function plainTitle(title: string): string {
	if (!/[*`[#~]/.test(title)) {
		return title;
	}
	const plain = title
		.replace(/^ {0,3}#{1,6} +/, "")
		.replace(/^\[[ xX]\] +/, "")
		.replace(/!?\[([^[\]]{1,200})\]\([^()\s]{1,500}\)/g, "$1")
		.replace(/(\*\*|~~)(?=\S)([^*~]{1,200})(?<=\S)\1/g, "$2")
		.replace(/(?<![\p{L}\p{N}*])\*(?=\S)([^*]{1,200})(?<=\S)\*(?![\p{L}\p{N}*])/gu, "$1")
		.replace(/`([^`]{1,200})`/g, "$1")
		.trim();
	return plain === "" ? title : plain;
}
