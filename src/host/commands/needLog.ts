import type { ViewSource } from "../../present/viewSource.ts";
import type { Session } from "../session.ts";
import { argumentsOf } from "./commandArguments.ts";
import { knownTarget } from "./knownTarget.ts";
import { needSession } from "./needSession.ts";
import type { CommandContext } from "./table.ts";
import { isTold } from "./wrongArguments.ts";

/** What a command that logs begins with. */
export interface LogBeginning {
	readonly session: Session;
	readonly source: ViewSource;
	readonly wanted: Readonly<Record<string, unknown>>;
	/** The id that the arguments name; undefined where they name none. */
	readonly on: string | undefined;
}

/**
 * The plan in use and what is wanted of it. Undefined where there is no plan or the arguments are wrong, which the person is
 * told.
 *
 * @param given a row, or an object with arguments
 * @param wrongIn what is wrong with the arguments beside `on`
 */
export async function needLog(
	context: CommandContext,
	given: unknown,
	wrongIn: (wanted: Readonly<Record<string, unknown>>) => string | undefined,
): Promise<LogBeginning | undefined> {
	const session = (await needSession(context))?.session;
	const source = await session?.source();
	if (!session || !source) {
		return undefined;
	}
	const wanted = argumentsOf(given);
	const on = knownTarget(source, wanted);
	return on === "unknown" || isTold(wrongIn(wanted)) ? undefined : { session, source, wanted, on };
}
