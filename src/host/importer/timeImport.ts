import type { ProposedTime } from "../../importer/time/proposeTime.ts";
import type { TimeRows } from "../../importer/time/readTimeRows.ts";
import type { DateOrder, DurationUnit } from "../../importer/time/timeCells.ts";
import {
	type MappingGroup,
	type MappingKind,
	mappingKinds,
	type TimeMapping,
} from "../../importer/time/timeMapping.ts";
import type { ColumnRole, TimeTable } from "../../importer/time/timeTable.ts";
import type { NewEntry } from "../../journal/newEntry.ts";
import { logTargets, type PlanTarget } from "../../logging/logTargets.ts";
import type { ViewSource } from "../../viewmodel/text/viewSource.ts";
import type { TimeSlices } from "../core/timeSlices.ts";

/** The functions of the bundle that is loaded with the first import. */
export type Importer = typeof import("../../importer/roadmapImporter.ts");

/** What the user can change in the preview. */
export interface TimeImportSettings {
	readonly roles: ReadonlyArray<ColumnRole>;
	readonly order?: DateOrder;
	readonly unit?: DurationUnit;
	readonly timeZone: string;
	readonly groupBy: MappingKind;
	readonly mapping: TimeMapping;
}

/** What an import does with some settings. */
export interface TimeImportState {
	readonly settings: TimeImportSettings;
	readonly rows: TimeRows;
	readonly groups: ReadonlyArray<MappingGroup>;
	readonly proposed: ReadonlyArray<ProposedTime>;
}

/** What a time import needs. */
export interface TimeImportContext {
	readonly importer: Importer;
	readonly table: TimeTable;
	readonly source: ViewSource;
	readonly slices: TimeSlices;
	/** ms since 1970. */
	readonly now: number;
}

/** Reads the rows of a table and proposes entries, in slices: a hundred thousand rows take seconds. */
export class TimeImport {
	private last: TimeImportState | undefined;

	constructor(private readonly context: TimeImportContext) {}

	/** The targets that time can be logged on. */
	targets(): ReadonlyArray<PlanTarget> {
		return logTargets(this.context.source.plan).filter(({ kind }) => kind !== "measure" && kind !== "checkpoint");
	}

	/** The settings at first: rows are grouped by the first kind of value that they have. */
	async firstSettings(timeZone: string, mapping: TimeMapping): Promise<TimeImportSettings> {
		const { roles } = this.context.table;
		const columns = { project: "project", tag: "tags", text: "text" } as const;
		const groupBy = mappingKinds.find((kind) => roles.includes(columns[kind])) ?? "project";
		return { roles, timeZone, groupBy, mapping };
	}

	/** What becomes of the rows with some settings. */
	async propose(settings: TimeImportSettings): Promise<TimeImportState> {
		const { importer, slices, source, table, now } = this.context;
		const { ledger, aliases } = source;
		const { roles, order, unit, timeZone, groupBy, mapping } = settings;
		const zone = new importer.ZoneClock(timeZone);
		const isReadSame = this.last && isSameReading(this.last.settings, settings);
		const rows =
			isReadSame && this.last
				? this.last.rows
				: await slices.run(importer.readTimeRows(table, { roles, order, unit, zone, now }));
		const mapper = new importer.TargetMapper(this.targets(), mapping);
		const groups = await slices.run(importer.mappingGroups(rows.entries, groupBy, mapper));
		const logged = await slices.run(importer.loggedTimes(ledger, aliases, zone));
		const proposed = await slices.run(importer.proposeTime(rows.entries, logged, { mapper, zone }));
		this.last = { settings, rows, groups, proposed };
		return this.last;
	}

	/** The entries of what is new. */
	entries({ proposed, settings }: TimeImportState): Promise<ReadonlyArray<NewEntry>> {
		const { importer, slices, source } = this.context;
		return slices.run(
			importer.importedEntries(proposed, source.plan, { timeZone: settings.timeZone, batch: crypto.randomUUID() }),
		);
	}
}

function isSameReading(a: TimeImportSettings, b: TimeImportSettings): boolean {
	return a.roles === b.roles && a.order === b.order && a.unit === b.unit && a.timeZone === b.timeZone;
}
