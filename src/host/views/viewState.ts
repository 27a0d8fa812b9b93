import * as vscode from "vscode";
import { type Filter, filters, type Grouping, groupings, type ViewOptions } from "../../present/viewOptions.ts";

const groupingKey = "waymark.grouping";
const filterKey = "waymark.filter";

/** What the person chose to see in the views. Grouping and filter are remembered for the workspace, the week is not. */
export class ViewState implements ViewOptions, vscode.Disposable {
	private readonly changed = new vscode.EventEmitter<void>();
	private shownWeek = 0;

	readonly onDidChange = this.changed.event;

	constructor(private readonly memory: vscode.Memento) {
		this.tellMenus();
	}

	get grouping(): Grouping {
		const remembered = this.memory.get(groupingKey);
		return groupings.find((grouping) => grouping === remembered) ?? "phase";
	}

	get filter(): Filter {
		const remembered = this.memory.get(filterKey);
		return filters.find((filter) => filter === remembered) ?? "all";
	}

	get week(): number {
		return this.shownWeek;
	}

	async group(grouping: Grouping): Promise<void> {
		await this.memory.update(groupingKey, grouping);
		this.show();
	}

	async filterBy(filter: Filter): Promise<void> {
		await this.memory.update(filterKey, filter);
		this.show();
	}

	/** Shows another week: so many after the one that is shown, or, with 0, the current one. */
	moveWeek(by: number): void {
		this.shownWeek = by === 0 ? 0 : this.shownWeek + by;
		this.show();
	}

	dispose(): void {
		this.changed.dispose();
	}

	private show(): void {
		this.tellMenus();
		this.changed.fire();
	}

	/** The menus offer what is not the case already. */
	private tellMenus(): void {
		for (const [key, value] of [
			[groupingKey, this.grouping],
			[filterKey, this.filter],
			["waymark.isThisWeek", this.week === 0],
		] as const) {
			void vscode.commands.executeCommand("setContext", key, value);
		}
	}
}
