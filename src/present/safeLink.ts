/** The address of a link that may be followed: `https:` and `mailto:`. Undefined for any other. */
export function safeLink(link: string | undefined): string | undefined {
	return link !== undefined && /^(?:https:\/\/|mailto:)[^\s\p{Cc}\p{Cf}]+$/iu.test(link) ? link : undefined;
}
