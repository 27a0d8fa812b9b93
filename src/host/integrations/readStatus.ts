import { roadmapStatus } from "../../api/roadmapStatus.ts";
import type { RoadmapStatus, StatusOptions } from "../../api/waymarkApi.ts";
import type { CommandContext } from "../roadmap/commandContext.ts";

/** The status of the current roadmap today; undefined if there is none. */
export async function readStatus(
	{ roadmap }: CommandContext,
	options?: StatusOptions,
): Promise<RoadmapStatus | undefined> {
	const source = await (await roadmap.current())?.sourceWithForecasts();
	return source && roadmapStatus(source, { includePrivate: options?.includePrivate === true });
}
