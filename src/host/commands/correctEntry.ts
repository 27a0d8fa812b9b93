import { entryTargets } from "../../journal/entry.ts";
import { aliasesOf } from "../../journal/ledger/aliases.ts";
import { entryFields } from "../../viewmodel/journal/entryFields.ts";
import { entryText } from "../../viewmodel/text/entryText.ts";
import { correctEntry, correctField } from "../logging/entryCorrection.ts";
import { requireSession } from "../logging/requireSession.ts";
import type { CommandContext } from "../roadmap/commandContext.ts";

/**
 * Prompts for a correction of the entry with an ID; does nothing if it does not exist or does not count.
 *
 * @param key of the field to prompt for at once, such as `amount`
 */
export async function correctEntryById(context: CommandContext, id: unknown, key?: unknown): Promise<void> {
	const found = await requireSession(context);
	const live = typeof id === "string" ? found?.session.journal.ledger.live(id) : undefined;
	if (found && live) {
		const aliases = aliasesOf(found.plan.byId.values());
		const label = entryText(live.entry, { plan: found.plan, aliases, formatter: found.session.formatter });
		const [on] = entryTargets(live.entry);
		const goal = on === undefined ? undefined : found.plan.items.find((item) => item.id === aliases.idOf(on))?.goal;
		const fields = entryFields(live, await found.session.today(), goal, found.session.formatter.numbers);
		const field = fields.find((each) => each.key === key);
		if (field) {
			await correctField({ ...found, live, title: label }, field);
			return;
		}
		const orphan = entryTargets(live.entry).find((each) => aliases.idOf(each) === undefined);
		await correctEntry(found.session, found.plan, { live, label, ...(orphan === undefined ? {} : { orphan }) });
	}
}
