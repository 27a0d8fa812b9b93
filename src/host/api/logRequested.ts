import * as vscode from "vscode";
import { dayOfMoment } from "../../journal/moment.ts";
import type { Draft } from "../../journal/newEntry.ts";
import type { Change } from "../../journal/typed/progress.ts";
import { nearest } from "../../plan/nearest.ts";
import { changeText } from "../../present/changeText.ts";
import { targetsOfPlan } from "../../present/targets.ts";
import type { ViewSource } from "../../present/viewSource.ts";
import type { LogOutcome, LogRequest } from "../../present/waymarkApi.ts";
import { textIn } from "../commands/commandArguments.ts";
import { loggedDrafts, saveDrafts } from "../commands/saveDrafts.ts";
import type { CommandContext } from "../commands/table.ts";
import { stillToCome, wrongProgress, wrongTime } from "../commands/wrongArguments.ts";
import type { Session } from "../session.ts";

/** A request that was checked: what is to be saved, and of which day it is. */
export interface CheckedRequest {
	readonly session: Session;
	readonly source: ViewSource;
	readonly on: string;
	readonly day: number;
	readonly drafts: ReadonlyArray<Draft>;
	readonly change?: Change;
}

/** Saves what another extension asks for; the person is told, with Undo beside it. */
export async function logRequested(context: CommandContext, request: LogRequest): Promise<LogOutcome> {
	try {
		const checked = await checkRequest(context, request);
		if (typeof checked === "string") {
			return { ok: false, error: checked };
		}
		const { session, source, on, change, drafts } = checked;
		const text = change && drafts.length === 1 ? changeText(source, on, change) : undefined;
		const isSaved = await saveDrafts(session, source.plan, drafts, text);
		return isSaved ? { ok: true } : { ok: false, error: vscode.l10n.t("It could not be saved.") };
	} catch (error) {
		context.log.error(error instanceof Error ? error : String(error));
		return { ok: false, error: error instanceof Error ? error.message : String(error) };
	}
}

/**
 * What a request means, or in words what is wrong with it. It comes from other programs: nothing about it is taken for granted.
 *
 * @param isModel whether a language model asks, for which what is private does not exist
 */
export async function checkRequest(
	{ roadmap }: CommandContext,
	request: unknown,
	isModel = false,
): Promise<CheckedRequest | string> {
	const session = await roadmap.current();
	const source = await session?.source();
	if (!session || !source) {
		return vscode.l10n.t("There is no roadmap.yaml in this workspace yet.");
	}
	const wanted = (typeof request === "object" && request !== null ? request : {}) as Readonly<Record<string, unknown>>;
	const on = targetIn(source, wanted, isModel);
	if ("error" in on) {
		return on.error;
	}
	const at = textIn(wanted, "at");
	const wrong = wrongTime(wanted) ?? wrongProgress(wanted) ?? stillToCome(at, source, session.clock.now());
	if (wrong !== undefined) {
		return wrong;
	}
	const day = at === undefined ? source.today : dayOfMoment(at, source.plan.week.dayEnds);
	const { minutes, set, add } = wanted as Partial<LogRequest>;
	const change: Change | undefined = add !== undefined ? { add } : set !== undefined ? { set } : undefined;
	if (minutes === undefined && change === undefined) {
		return vscode.l10n.t("Say how long it took (`minutes`) or how far it is (`set` or `add`).");
	}
	const note = textIn(wanted, "note");
	const link = textIn(wanted, "link");
	const logged = {
		on: on.id,
		...(minutes === undefined ? {} : { minutes }),
		...(change ? { change } : {}),
		...(note === undefined ? {} : { note }),
		...(link === undefined ? {} : { link }),
	};
	const drafts = loggedDrafts(source.plan, logged, at);
	return { session, source, on: on.id, day, drafts, ...(change ? { change } : {}) };
}

/** What `on` names: an id, one that something had before, or a title that only one thing has. */
function targetIn(
	{ plan, aliases }: ViewSource,
	wanted: Readonly<Record<string, unknown>>,
	isModel: boolean,
): { readonly id: string } | { readonly error: string } {
	const named = textIn(wanted, "on");
	if (named === undefined) {
		return { error: vscode.l10n.t("Say in `on` what it is about: an id of the plan.") };
	}
	const targets = targetsOfPlan(plan).filter(({ id }) => !(isModel && plan.byId.get(id)?.private));
	const known = aliases.idOf(named);
	const same = targets.filter(({ title }) => title.toLowerCase() === named.toLowerCase());
	const found = targets.find(({ id }) => id === known) ?? (same.length === 1 ? same[0] : undefined);
	if (found) {
		return found;
	}
	const near = nearest(
		named,
		targets.map(({ id }) => id),
	);
	const unknown = vscode.l10n.t('Nothing in the plan has the id "{0}".', named);
	return { error: near === undefined ? unknown : `${unknown} ${vscode.l10n.t('Was "{0}" meant?', near)}` };
}
