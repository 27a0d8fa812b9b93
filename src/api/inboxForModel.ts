import type { EvidenceProposal } from "../logging/evidence/evidenceProposals.ts";
import { isPrivateId } from "../viewmodel/text/privacy.ts";
import type { ViewSource } from "../viewmodel/text/viewSource.ts";

/** The most sittings that a model gets. */
const mostSittings = 50;

/**
 * The evidence inbox for a language model. A model may run elsewhere, so it gets neither messages, hashes, and paths, nor the names of
 * repositories; what is proposed for something private is left out.
 *
 * @param unread how many repositories couldn't be read
 */
export function inboxForModel(proposals: ReadonlyArray<EvidenceProposal>, source: ViewSource, unread: number): object {
	const { plan, formatter } = source;
	const shown = proposals.filter(({ on }) => on === undefined || !isPrivateId(on, source));
	const sittings = shown.map(({ minutes, end, commits, on, why }) => {
		const node = on === undefined ? undefined : plan.byId.get(on);
		return {
			minutes,
			end: new Date(end).toISOString(),
			commits: commits.length,
			...(node ? { on: node.id, title: formatter.title(node), why } : {}),
		};
	});
	return {
		sittings: sittings.slice(0, mostSittings),
		...(sittings.length > mostSittings ? { leftOut: sittings.length - mostSittings } : {}),
		...(unread > 0 ? { repositoriesNotRead: unread } : {}),
		units:
			"minutes are estimates; nothing of this is logged. The user accepts sittings with the command Roadmap: Review Evidence...",
	};
}
