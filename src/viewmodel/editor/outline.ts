import * as l10n from "@vscode/l10n";
import type { Item, ItemGroup, Named, Plan } from "../../plan/plan.ts";
import type { TextRange } from "../../util/textRange.ts";
import type { Formatter } from "../text/formatter.ts";
import { itemKindText } from "../text/itemText.ts";
import { isHidden } from "../text/privacy.ts";

/** A symbol of the outline. */
export interface OutlineNode {
	readonly title: string;
	/** Its kind and ID. */
	readonly detail: string;
	readonly kind: "phase" | "group" | "item" | "track" | "measure" | "commitment" | "checkpoint" | "other";
	/** Its full range. */
	readonly range: TextRange;
	readonly children: ReadonlyArray<OutlineNode>;
}

/** The outline of the plan, in the order of the text. */
export function outlineOf(plan: Plan, formatter: Formatter): ReadonlyArray<OutlineNode> {
	const node = (
		kind: OutlineNode["kind"],
		named: Named,
		detail: string,
		children: ReadonlyArray<OutlineNode> = [],
	): OutlineNode => {
		const title = formatter.title(named) || named.id;
		return { title, detail, kind, range: named.range, children: isHidden(named, formatter) ? [] : children };
	};
	const items = (list: ReadonlyArray<Item>): ReadonlyArray<OutlineNode> =>
		list.map((item) => node("item", item, itemKindText(item.kind), items(item.parts)));
	const group = ({ title, items: list, range }: ItemGroup, detail: string): OutlineNode => {
		const children = items(list);
		const end = children.at(-1)?.range.end ?? range.end;
		return {
			title: title === "" ? detail : formatter.plain(title),
			detail,
			kind: "group",
			range: { start: range.start, end },
			children,
		};
	};
	const nodes = [
		...plan.measures.map((measure) => node("measure", measure, l10n.t("measure"))),
		...plan.phases.map((phase) =>
			node(
				"phase",
				phase,
				l10n.t("phase"),
				phase.areas.map((area) => group(area, l10n.t("area"))),
			),
		),
		...plan.tracks.map((track) =>
			node(
				"track",
				track,
				l10n.t("track"),
				track.stages.map((stage) => node("group", stage, l10n.t("stage"), items(stage.items))),
			),
		),
		...plan.targets.map((targets) => group(targets, l10n.t("targets"))),
		...plan.commitments.map((commitment) =>
			node(
				"commitment",
				commitment,
				l10n.t("commitment"),
				commitment.activities.map((activity) => node("item", activity, l10n.t("activity"))),
			),
		),
		...plan.checkpoints.map((checkpoint) => node("checkpoint", checkpoint, l10n.t("checkpoint"))),
		...items([...plan.leading, ...plan.lagging]),
		...plan.factors.map((factor) => node("other", factor, l10n.t("success factor"), items(factor.items))),
		...plan.risks.map((risk) => node("other", risk, l10n.t("risk"), items(risk.items))),
	];
	return nodes.sort((a, b) => a.range.start - b.range.start);
}
