import * as vscode from "vscode";
import { type SettingName, type SettingValue, validSetting } from "./settings.ts";

const section = "waymark";

/**
 * The value of a setting, valid by its schema: invalid values are replaced by the default of package.json.
 *
 * @param scope the plan or document that a setting of scope `resource` is read for
 */
export function getSetting<K extends SettingName>(name: K, scope?: vscode.ConfigurationScope): SettingValue<K> {
	const configuration = vscode.workspace.getConfiguration(section, scope);
	return validSetting(name, configuration.get(name), configuration.inspect(name)?.defaultValue);
}

/** Writes a setting for all windows. Rejects where the settings file can't be written. */
export async function updateSetting<K extends SettingName>(name: K, value: SettingValue<K>): Promise<void> {
	await vscode.workspace.getConfiguration(section).update(name, value, vscode.ConfigurationTarget.Global);
}

/** Whether a change of the configuration is about a setting, or about any of them. */
export function affectsSetting(event: vscode.ConfigurationChangeEvent, name?: SettingName): boolean {
	return event.affectsConfiguration(name === undefined ? section : `${section}.${name}`);
}
