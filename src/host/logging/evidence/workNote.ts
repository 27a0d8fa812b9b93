import * as vscode from "vscode";
import type { LiveEntry } from "../../../journal/ledger/liveEntry.ts";
import type { NewEntry } from "../../../journal/newEntry.ts";
import { commitEvidence } from "../../../logging/evidence/commit.ts";
import { instantOf } from "../../../time/moment.ts";
import { evidenceNote } from "../../../viewmodel/evidence/evidenceText.ts";
import { entryTitle } from "../../../viewmodel/text/entryText.ts";
import { getSetting } from "../../core/config.ts";
import type { PlanSession } from "../../session/planSession.ts";
import { inputStep } from "../../ui/quickInput.ts";

/** How long new commits are waited for, in ms. */
const longestWait = 1000;
/** What was done so shortly after the time of the entry is part of it, in ms: its minutes are rounded. */
const roundedMs = 60_000;

type TimeDraft = Extract<NewEntry, { readonly type: "time" }>;

/** The entries that stop a timer, with what {@link withWorkNote} adds to its time; undefined if the user canceled. */
export async function withWorkNotes(
	session: PlanSession,
	timer: LiveEntry<"timer">,
	drafts: ReadonlyArray<NewEntry>,
): Promise<ReadonlyArray<NewEntry> | undefined> {
	const noted: Array<NewEntry> = [];
	for (const draft of drafts) {
		const own = draft.type === "time" ? await withWorkNote(session, timer, draft) : draft;
		if (!own) {
			return undefined;
		}
		noted.push(own);
	}
	return noted;
}

/**
 * Proposes a note for the time of a timer, from the commits that were made and the files that were edited while it ran, in the
 * repositories that the user chose. Without any, there is no prompt.
 *
 * @returns the entry with the note and the commits; undefined if the user canceled, so that the timer runs on
 */
async function withWorkNote(
	session: PlanSession,
	timer: LiveEntry<"timer">,
	draft: TimeDraft,
): Promise<TimeDraft | undefined> {
	if (getSetting("evidence.repositories").length === 0) {
		return draft;
	}
	// A repository that doesn't answer must not keep the timer from stopping.
	await Promise.race([session.inbox.refresh(), new Promise((resolve) => setTimeout(resolve, longestWait))]);
	const source = await session.source();
	const begin = instantOf(timer.entry.at);
	if (!source || begin === undefined) {
		return draft;
	}
	// The time of a timer that was forgotten ends long before now.
	const end = instantOf(draft.at ?? "") ?? session.clock.now();
	const work = session.inbox.workBetween(begin, end + roundedMs, source);
	const proposed = evidenceNote(work);
	if (proposed === "") {
		return draft;
	}
	const answer = await inputStep({
		title: entryTitle(timer.entry.on, timer.entry, source),
		placeholder: vscode.l10n.t("What you did"),
		prompt: vscode.l10n.t("Note, from what was committed and edited meanwhile. Escape keeps the timer running"),
		value: proposed,
		validate: () => undefined,
		draft: (await session.promptDraft("stopTimer")).field(`note ${timer.root}`),
	});
	if (!answer || answer.back) {
		return undefined;
	}
	const note = answer.value.trim();
	const evidence = work.commits.map(commitEvidence);
	return { ...draft, ...(note === "" ? {} : { note }), ...(evidence.length > 0 ? { evidence } : {}) };
}
