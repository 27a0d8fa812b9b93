import { roadmapStatus } from "../../present/roadmapStatus.ts";
import type { RoadmapStatus, StatusOptions } from "../../present/waymarkApi.ts";
import type { CommandContext } from "../commands/table.ts";

/** Where the roadmap in use stands today; undefined where there is none that can be read. */
export async function readStatus(
	{ roadmap }: CommandContext,
	options?: StatusOptions,
): Promise<RoadmapStatus | undefined> {
	const source = await (await roadmap.current())?.source();
	return source && roadmapStatus(source, { includePrivate: options?.includePrivate === true });
}
