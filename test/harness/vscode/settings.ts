import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** User settings of VS Code, by their id. */
export type Settings = Readonly<Record<string, unknown>>;

/** A window that shows our part and nothing that comes up by itself. */
const calm: Settings = {
	"workbench.startupEditor": "none",
	"workbench.secondarySideBar.defaultVisibility": "hidden",
	"workbench.editor.useModal": "off",
	"workbench.enableExperiments": false,
	"workbench.tips.enabled": false,
	"workbench.welcomePage.walkthroughs.openOnInstall": false,
	"workbench.colorTheme": "Default Dark Modern",
	"chat.disableAIFeatures": true,
	"extensions.autoUpdate": false,
	"extensions.autoCheckUpdates": false,
	"extensions.ignoreRecommendations": true,
	"update.mode": "none",
	"update.showReleaseNotes": false,
	"telemetry.telemetryLevel": "off",
	"git.openRepositoryInParentFolders": "never",
	"remote.autoForwardPorts": false,
};

/** Runs the extension in the web extension host, without a disk. */
export const inWebHost: Settings = { "remote.extensionKind": { "waymark.waymark": ["web"] } };

/** Writes `settings.json` into a `User` folder: calm ones, and on top of them those given. */
export function writeSettings(userFolder: string, settings: Settings = {}): void {
	mkdirSync(userFolder, { recursive: true });
	writeFileSync(join(userFolder, "settings.json"), `${JSON.stringify({ ...calm, ...settings }, undefined, "\t")}\n`);
}
