import * as vscode from "vscode";
import { type Filter, filters, type Grouping, groupings, type ViewOptions } from "../../viewmodel/rows/viewOptions.ts";
import { getSetting } from "../core/config.ts";
import { detach } from "../core/detach.ts";

const groupingKey = "waymark.grouping";
const filterKey = "waymark.filter";

/** The view options of the user. Grouping and filter are stored for the workspace, the week is not. */
export class ViewState implements ViewOptions, vscode.Disposable {
	private readonly changed = new vscode.EventEmitter<void>();
	private shownWeek = 0;

	readonly onDidChange = this.changed.event;

	constructor(private readonly state: vscode.Memento) {
		this.updateContextKeys();
	}

	get grouping(): Grouping {
		const remembered = this.state.get(groupingKey);
		return groupings.find((grouping) => grouping === remembered) ?? "phase";
	}

	get filter(): Filter {
		const remembered = this.state.get(filterKey);
		return filters.find((filter) => filter === remembered) ?? "all";
	}

	get week(): number {
		return this.shownWeek;
	}

	get figuresFirst(): boolean {
		return getSetting("figuresFirst");
	}

	async group(grouping: Grouping): Promise<void> {
		await this.state.update(groupingKey, grouping);
		this.show();
	}

	async filterBy(filter: Filter): Promise<void> {
		await this.state.update(filterKey, filter);
		this.show();
	}

	/** Shows another week: relative to the displayed one or, with 0, the current one. */
	moveWeek(by: number): void {
		this.shownWeek = by === 0 ? 0 : this.shownWeek + by;
		this.show();
	}

	dispose(): void {
		this.changed.dispose();
	}

	private show(): void {
		this.updateContextKeys();
		this.changed.fire();
	}

	/** Context keys, so that menus only offer other options. */
	private updateContextKeys(): void {
		for (const [key, value] of [
			[groupingKey, this.grouping],
			[filterKey, this.filter],
			["waymark.isThisWeek", this.week === 0],
		] as const) {
			detach(vscode.commands.executeCommand("setContext", key, value));
		}
	}
}
