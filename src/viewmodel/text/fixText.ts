import * as l10n from "@vscode/l10n";
import type { Fix } from "../../plan/assist/fix.ts";
import type { Formatter } from "./formatter.ts";

/** The title of a fix, for the light bulb. */
export function fixText({ kind, args }: Pick<Fix, "kind" | "args">, formatter: Formatter): string {
	const [first = "", second = "", third = ""] = args.map((each) => formatter.plain(each));
	switch (kind) {
		case "write":
			return l10n.t("Change to {0}", first);
		case "quote":
			return l10n.t("Enclose in quotes: {0}", first);
		case "spaces":
			return l10n.t("Replace tabs with spaces");
		case "insert":
			return l10n.t("Add the missing {0}", first);
		case "indent":
			return l10n.t("Correct the indentation");
		case "hyphen-space":
			return l10n.t("Add a space after the hyphen");
		case "space":
			return l10n.t("Add a space after the colon");
		case "remove-key":
			return l10n.t('Remove "{0}" here', first);
		case "add-key":
			return l10n.t("Add {0}: {1}", first, second);
		case "give-id":
			return l10n.t('Add the ID "{0}" to "{1}"', first, second);
		case "set-start":
			return l10n.t("Set the start of the plan to {0}", first);
		case "set-share":
			return l10n.t('Set the share of "{0}" to {1}', first, second);
		case "scale-shares":
			return l10n.t("Scale all shares to 100%");
		case "set-hours":
			return l10n.t("Set the weekly target to {0} h, the sum of the commitments", first);
		case "drop-need":
			return l10n.t('Remove "{0}" from the needs of "{1}"', first, second);
		case "drop-drive":
			return l10n.t('Remove "{0}" from what it drives', first);
		case "merge-keys":
			return l10n.t('Move these to "{0}"', first);
		case "make-parts":
			return l10n.t('Make these the parts of "{0}"', first);
		case "move-up":
			return l10n.t("Move the items up");
		case "to-note":
			return l10n.t('Move "{0}" to the note', first);
		case "log":
			return second === ""
				? l10n.t('Log it as done and remove "{0}"', first)
				: l10n.t('Log {0} and remove "{1}"', second, first);
		case "log-goal":
			return l10n.t('Log {0} of a goal of {1} instead of "{2}"', second, third, first);
		case "make-list":
			return l10n.t("Convert to a list");
		case "make-map":
			return l10n.t("Convert to a title");
	}
}
