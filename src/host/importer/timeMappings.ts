import type * as vscode from "vscode";
import * as z from "zod";
import type { TimeMapping } from "../../importer/time/timeMapping.ts";
import { aliasesOf } from "../../journal/ledger/aliases.ts";
import type { Plan } from "../../plan/plan.ts";
import { checksum } from "../../util/checksum.ts";
import type { FileMemento } from "../core/fileMemento.ts";

const schema = z.record(z.string(), z.union([z.string(), z.null()]));

/** Remembers for each plan what the projects, tags, and texts of time trackers belong to; for all windows of this machine. */
export class TimeMappings {
	private readonly name: string;

	constructor(
		private readonly store: FileMemento,
		planUri: vscode.Uri,
	) {
		this.name = `timeMapping-${checksum(new TextEncoder().encode(planUri.toString())).toString(36)}`;
	}

	/** The mapping, without targets that the plan no longer has. */
	async load(plan: Plan): Promise<TimeMapping> {
		const { idOf } = aliasesOf(plan.byId.values());
		const entries = Object.entries(parsed(await this.store.get(this.name)));
		return Object.fromEntries(
			entries.flatMap(([key, id]): ReadonlyArray<readonly [string, string | null]> => {
				const known = id === null ? null : idOf(id);
				return known === undefined ? [] : [[key, known]];
			}),
		);
	}

	/** Adds what the user chose for a value. */
	async remember(key: string, target: string | null): Promise<void> {
		await this.store.set(this.name, JSON.stringify({ ...parsed(await this.store.get(this.name)), [key]: target }));
	}
}

/** Another version may have stored something else. */
function parsed(text: string | undefined): TimeMapping {
	try {
		return schema.safeParse(JSON.parse(text ?? "{}")).data ?? {};
	} catch {
		return {};
	}
}
