import { isJournalName } from "./journalFileName.ts";

/**
 * Whether a file name, in any folder, is that of a plan or a journal. In any spelling: many disks ignore case and
 * Unicode normalization, and Windows ignores trailing dots and spaces, and streams after a colon.
 *
 * @param name of a file
 * @param plans the possible names of a plan, such as `roadmap.yaml`
 */
export function isRoadmapName(name: string, plans: ReadonlyArray<string>): boolean {
	const plain = spelled(name);
	return plans.map(spelled).some((plan) => plain === plan || isJournalName(plan.replace(/\.ya?ml$/, ""), plain));
}

function spelled(name: string): string {
	const colon = name.indexOf(":");
	let end = colon < 0 ? name.length : colon;
	while (name[end - 1] === "." || name[end - 1] === " ") {
		end--;
	}
	return name.slice(0, end).normalize("NFKC").toLowerCase();
}
