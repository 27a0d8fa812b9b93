import * as l10n from "@vscode/l10n";
import type { Fix } from "../../plan/assist/fix.ts";
import type { Words } from "../words.ts";

/** What a fix does, as the light bulb offers it. */
export function fixText({ kind, args }: Pick<Fix, "kind" | "args">, words: Words): string {
	const [first = "", second = ""] = args.map((each) => words.plain(each));
	switch (kind) {
		case "write":
			return l10n.t("Write {0}", first);
		case "quote":
			return l10n.t("Put it in quotes: {0}", first);
		case "space":
			return l10n.t("Put a space behind the colon");
		case "remove-key":
			return l10n.t('Take "{0}" out here', first);
		case "add-key":
			return l10n.t("Add {0}: {1}", first, second);
		case "give-id":
			return l10n.t('Write the id "{0}" at "{1}"', first, second);
		case "set-start":
			return l10n.t("Let the plan start on {0}", first);
		case "set-share":
			return l10n.t('Make the share of "{0}" {1}', first, second);
		case "scale-shares":
			return l10n.t("Scale all shares to 100%");
		case "set-hours":
			return l10n.t("Make the aim of the week {0} hours, as the commitments add up to", first);
		case "drop-need":
			return l10n.t('Let "{1}" need "{0}" no more', first, second);
		case "merge-keys":
			return l10n.t('Move these to "{0}"', first);
		case "make-list":
			return l10n.t("Make it a list");
		case "make-map":
			return l10n.t("Make it a title");
	}
}
