import * as vscode from "vscode";

// The parts of the Timeline API of VS Code 1.145 that are used here; the types of the oldest supported version don't have them.

/** What is asked for. */
export interface TimelineRequest {
	/** Where an earlier answer ended; undefined for the newest items. */
	readonly cursor?: string | undefined;
	/** How many items; undefined for all. */
	readonly limit?: number | undefined;
}

/** An item, as the class of the API has it. */
export interface TimelineApiItem {
	id?: string;
	description?: string;
	iconPath?: vscode.ThemeIcon;
	command?: vscode.Command;
}

/** Provides the timelines of files. */
export interface TimelineSource {
	readonly onDidChangeTimeline: vscode.Event<undefined>;
	provideTimeline(
		uri: vscode.Uri,
		request: TimelineRequest,
	): Promise<{ readonly items: ReadonlyArray<TimelineApiItem>; readonly cursor?: string }>;
}

/** The API. */
export interface TimelineApi {
	readonly TimelineItem: new (label: string, timestamp: number) => TimelineApiItem;
	readonly register: (id: string, label: string, scheme: string, source: TimelineSource) => vscode.Disposable;
}

/** The Timeline API; undefined where the host doesn't have it, or has only the proposal of earlier versions. */
export function timelineApi(host: object = vscode): TimelineApi | undefined {
	const { TimelineItem, workspace } = host as {
		readonly TimelineItem?: TimelineApi["TimelineItem"];
		readonly workspace?: { readonly registerTimelineProvider?: TimelineApi["register"] };
	};
	const register = workspace?.registerTimelineProvider;
	// The proposal took a scheme and a provider.
	return TimelineItem && register && register.length !== 2 ? { TimelineItem, register } : undefined;
}
