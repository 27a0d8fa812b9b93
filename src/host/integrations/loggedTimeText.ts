import { logItemText } from "../../viewmodel/text/logText.ts";
import type { CheckedRequest } from "./handleLogRequest.ts";

/** What a request would log as time, in one line. */
export function loggedTimeText({ source, on, day, drafts }: CheckedRequest): string {
	const parts = drafts.flatMap((draft) => (draft.type === "time" ? [draft] : []));
	return parts
		.map(({ minutes, note }) => logItemText({ on, minutes, day, ...(note === undefined ? {} : { note }) }, source))
		.join();
}
