import * as vscode from "vscode";
import type { Change } from "../../amount/change.ts";
import type { LogOutcome, LogRequest } from "../../api/waymarkApi.ts";
import type { NewEntry } from "../../journal/newEntry.ts";
import { logItemEntries } from "../../logging/logItemEntries.ts";
import { logTargets } from "../../logging/logTargets.ts";
import { dayOfMoment } from "../../time/moment.ts";
import { nearestName } from "../../util/nearest.ts";
import { changeText } from "../../viewmodel/text/changeText.ts";
import type { ViewSource } from "../../viewmodel/text/viewSource.ts";
import { textArgument } from "../logging/commandArguments.ts";
import { saveDraftsForProgram } from "../logging/saveNewEntries.ts";
import { validateNotInFuture, validateProgress, validateTime } from "../logging/validateArguments.ts";
import type { CommandContext } from "../roadmap/commandContext.ts";
import type { PlanSession } from "../session/planSession.ts";

/** A validated request: what to save, and its day. */
export interface CheckedRequest {
	readonly session: PlanSession;
	readonly source: ViewSource;
	readonly on: string;
	readonly day: number;
	readonly drafts: ReadonlyArray<NewEntry>;
	readonly change?: Change;
}

/** Saves a request of another extension; tells the user, with an Undo button. */
export async function handleLogRequest(context: CommandContext, request: LogRequest): Promise<LogOutcome> {
	try {
		const checked = await checkRequest(context, request);
		if (typeof checked === "string") {
			return { ok: false, error: checked };
		}
		const { session, source, on, change, drafts } = checked;
		const text = change && drafts.length === 1 ? changeText(source, on, change) : undefined;
		const problem = await saveDraftsForProgram(session, source.plan, drafts, text);
		return problem === undefined ? { ok: true } : { ok: false, error: problem };
	} catch (error) {
		context.log.error(error instanceof Error ? error : String(error));
		return { ok: false, error: error instanceof Error ? error.message : String(error) };
	}
}

/**
 * Validates a request, or returns an error message. It comes from other programs and is not trusted.
 *
 * @param isModel whether it comes from a language model, which must not see private items
 */
export async function checkRequest(
	{ roadmap }: CommandContext,
	request: unknown,
	isModel = false,
): Promise<CheckedRequest | string> {
	const session = await roadmap.current();
	const source = await session?.source();
	if (!session || !source) {
		return vscode.l10n.t("There's no roadmap.yaml in this workspace yet.");
	}
	const wanted = (typeof request === "object" && request !== null ? request : {}) as Readonly<Record<string, unknown>>;
	const on = targetIn(source, wanted, isModel);
	if ("error" in on) {
		return on.error;
	}
	const at = textArgument(wanted, "at");
	const wrong =
		validateTime(wanted) ?? validateProgress(wanted) ?? validateNotInFuture(at, source, session.clock.now());
	if (wrong !== undefined) {
		return wrong;
	}
	const day = at === undefined ? source.today : dayOfMoment(at, source.plan.week.dayEnds);
	const { minutes, set, add } = wanted as Partial<LogRequest>;
	const change = requestedChange(set, add);
	if (minutes === undefined && change === undefined) {
		return vscode.l10n.t("Provide `minutes`, `set`, or `add`.");
	}
	const note = textArgument(wanted, "note");
	const link = textArgument(wanted, "link");
	const logged = {
		on: on.id,
		...(minutes === undefined ? {} : { minutes }),
		...(change ? { change } : {}),
		...(note === undefined ? {} : { note }),
		...(link === undefined ? {} : { link }),
	};
	const drafts = logItemEntries(source.plan, logged, at);
	return { session, source, on: on.id, day, drafts, ...(change ? { change } : {}) };
}

/** Resolves `on`: an ID, a former ID, or a unique title. */
function targetIn(
	{ plan, aliases }: ViewSource,
	wanted: Readonly<Record<string, unknown>>,
	isModel: boolean,
): { readonly id: string } | { readonly error: string } {
	const named = textArgument(wanted, "on");
	if (named === undefined) {
		return { error: vscode.l10n.t("Provide the ID of a plan item in `on`.") };
	}
	const isPublic = ({ id }: { readonly id: string }) => plan.byId.get(id)?.private !== true;
	const targets = logTargets(plan).filter((target) => !isModel || isPublic(target));
	const known = aliases.idOf(named);
	const same = targets.filter(({ title }) => title.toLowerCase() === named.toLowerCase());
	const found = targets.find(({ id }) => id === known) ?? (same.length === 1 ? same[0] : undefined);
	if (found) {
		return found;
	}
	const near = nearestName(
		named,
		targets.filter(isPublic).map(({ id }) => id),
	);
	const unknown = vscode.l10n.t('No item in the plan has the ID "{0}".', named);
	return { error: near === undefined ? unknown : `${unknown} ${vscode.l10n.t('Did you mean "{0}"?', near)}` };
}

function requestedChange(set: LogRequest["set"], add: LogRequest["add"]): Change | undefined {
	if (add !== undefined) {
		return { add };
	}
	return set === undefined ? undefined : { set };
}
