import * as vscode from "vscode";
import type { Item, Plan } from "../../plan/plan.ts";
import { checksum } from "../../util/checksum.ts";
import { milestoneText } from "../../viewmodel/milestone/milestoneText.ts";
import { isHidden } from "../../viewmodel/text/privacy.ts";
import type { ViewSource } from "../../viewmodel/text/viewSource.ts";
import { detach } from "../core/detach.ts";
import type { FileMemento } from "../core/fileMemento.ts";
import type { PlanSession } from "../session/planSession.ts";
import type { Prompter } from "../ui/prompter.ts";

/** Says what a milestone took when it is reached: once for each, in the window that has the focus. */
export class MilestoneMoments {
	/** The milestones that were reached at the last check, with the plan of then. */
	private last: { readonly plan: Plan; readonly reached: ReadonlySet<string> } | undefined;

	constructor(
		private readonly session: PlanSession,
		private readonly state: Pick<FileMemento, "claim">,
		private readonly prompter: Prompter,
	) {}

	/** Checks whether something was logged that reaches a milestone. A change of the plan doesn't: it may be half typed. */
	async check(): Promise<void> {
		const source = await this.session.source();
		if (!source) {
			return;
		}
		const { plan, snapshot } = source;
		const reached = plan.items.filter(
			(item) => item.kind === "milestone" && snapshot.progressOf(item).state === "done",
		);
		const { last } = this;
		this.last = { plan, reached: new Set(reached.map(({ id }) => id)) };
		if (last?.plan !== plan || !this.prompter.isWindowFocused()) {
			return;
		}
		for (const item of reached.filter(({ id }) => !last.reached.has(id))) {
			if (!isHidden(item, source.formatter) && (await this.state.claim(this.nameOf(item), ""))) {
				// Not awaited: nothing depends on the answer.
				detach(this.show(item, source), this.session.log);
			}
		}
	}

	private async show(item: Item, source: ViewSource): Promise<void> {
		const history = vscode.l10n.t("Show History");
		if ((await this.prompter.ask(milestoneText(item, source), history)) === history) {
			await vscode.commands.executeCommand("waymark.showHistory", { on: item.id });
		}
	}

	/** A name that is short enough for a file. */
	private nameOf({ id, formerly }: Item): string {
		const first = formerly[0] ?? id;
		const text = new TextEncoder().encode(`${this.session.planUri}\n${first}`);
		return `milestone-${checksum(text).toString(36)}`;
	}
}
