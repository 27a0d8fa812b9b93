/** The URL if its scheme is `https:` or `mailto:`; undefined otherwise. */
export function safeLink(link: string | undefined): string | undefined {
	return link !== undefined && /^(?:https:\/\/|mailto:)[^\s\p{Cc}\p{Cf}]+$/iu.test(link) ? link : undefined;
}
