import type * as vscode from "vscode";

/** Remembers for as long as it lives. */
export class MemoryMemento implements vscode.Memento {
	private readonly values = new Map<string, unknown>();

	keys(): ReadonlyArray<string> {
		return [...this.values.keys()];
	}

	get<T>(key: string, fallback?: T): T | undefined {
		return (this.values.get(key) as T | undefined) ?? fallback;
	}

	async update(key: string, value: unknown): Promise<void> {
		this.values.set(key, value);
	}
}
