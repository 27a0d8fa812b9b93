import * as vscode from "vscode";
import {
	type JournalTimelineItem,
	ofLinkedFile,
	ofPlan,
	timelinePage,
} from "../../viewmodel/timeline/timelineEntries.ts";
import type { PlanSession } from "../session/planSession.ts";
import { type TimelineApi, type TimelineApiItem, timelineApi } from "./timelineApi.ts";

/**
 * Shows the journal in VS Code's Timeline view: all of it for the plan, and for a file that links name, the evidence in it. Does nothing
 * where the host has no such view for extensions.
 */
export function registerRoadmapTimeline(
	session: PlanSession,
	onDidChange: vscode.Event<void>,
	api: TimelineApi | undefined = timelineApi(),
): vscode.Disposable {
	if (!api) {
		return new vscode.Disposable(() => undefined);
	}
	const changed = new vscode.EventEmitter<undefined>();
	const following = onDidChange(() => changed.fire(undefined));
	try {
		const registered = api.register("waymark", "Waymark", "*", {
			onDidChangeTimeline: changed.event,
			async provideTimeline(uri, { cursor, limit }) {
				const source = await session.source();
				if (!source) return { items: [] };
				const isPlan = uri.toString() === session.planUri.toString();
				const isIn = isPlan ? ofPlan : ofLinkedFile(source, (link) => isLinkTo(link, uri, session.planUri));
				const from = /^\d{1,9}$/.test(cursor ?? "") ? Number(cursor) : 0;
				const { entries, next } = timelinePage(source, isIn, { from, ...(limit === undefined ? {} : { limit }) });
				const items = entries.map((entry) => timelineItem(entry, api));
				return { items, ...(next === undefined ? {} : { cursor: String(next) }) };
			},
		});
		return vscode.Disposable.from(registered, following, changed);
	} catch (error) {
		// A host that has the API only as a proposal refuses it.
		session.log.debug(String(error));
		return vscode.Disposable.from(following, changed);
	}
}

function timelineItem(
	{ id, timestamp, label, description, icon }: JournalTimelineItem,
	api: TimelineApi,
): TimelineApiItem {
	return Object.assign(new api.TimelineItem(label, timestamp), {
		id,
		description,
		iconPath: new vscode.ThemeIcon(icon),
		command: { command: "waymark.correctEntry", title: vscode.l10n.t("Correct Entry"), arguments: [id] },
	});
}

/** Whether a link names a file: as its address, or as a path from the folder of the plan on. */
function isLinkTo(link: string, uri: vscode.Uri, plan: vscode.Uri): boolean {
	if (/^[a-z][a-z\d+.-]+:/i.test(link)) {
		return link === uri.toString() || link === uri.toString(true);
	}
	const [path = ""] = link.split(/[?#]/);
	return path !== "" && vscode.Uri.joinPath(plan, "..", path).toString() === uri.toString();
}
