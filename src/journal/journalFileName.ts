/**
 * Whether a file next to the plan belongs to its journal: `<stem>.log.jsonl`, that of a device or a session, or a copy
 * by a sync tool. A letter or digit after `.log` makes it another name: `roadmap.logistics.jsonl`.
 *
 * @param stem of the plan, such as `roadmap`
 */
export function isJournalName(stem: string, name: string): boolean {
	const begin = `${stem}.log`;
	return name.startsWith(begin) && name.endsWith(".jsonl") && /^[^\p{L}\p{N}]/u.test(name.slice(begin.length));
}
