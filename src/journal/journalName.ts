/**
 * Whether a file beside the plan belongs to its journal: `<stem>.log.jsonl`, that of a device or of a session, or a copy that
 * a sync tool named after one of them. What goes on with a letter or a digit is another name: `roadmap.logistics.jsonl`.
 *
 * @param stem of the plan, such as `roadmap`
 */
export function isJournalName(stem: string, name: string): boolean {
	const begin = `${stem}.log`;
	return name.startsWith(begin) && name.endsWith(".jsonl") && /^[^\p{L}\p{N}]/u.test(name.slice(begin.length));
}
