/** A plan as the words of docs/format.md have it, before anything is read: what the reference and the product are both given. */
export interface RawPlan {
	readonly start: string;
	readonly week: {
		readonly starts: string;
		readonly days: string;
		readonly counts: string;
		readonly hours?: string | Readonly<Record<string, string>>;
	};
	readonly time_off: ReadonlyArray<{ readonly when: string; readonly hours?: string }>;
	readonly measures: ReadonlyArray<{ readonly id: string; readonly title: string; readonly count: string }>;
	readonly tracks: ReadonlyArray<{
		readonly id: string;
		readonly title: string;
		readonly share?: string | Readonly<Record<string, string>>;
		readonly stages: ReadonlyArray<{
			readonly title: string;
			readonly when?: string;
			readonly milestones: ReadonlyArray<RawItem>;
		}>;
	}>;
	readonly phases: ReadonlyArray<{
		readonly title: string;
		readonly when?: string;
		readonly track?: string;
		readonly outcomes: Readonly<Record<string, ReadonlyArray<RawItem>>>;
	}>;
	readonly targets: Readonly<Record<string, ReadonlyArray<RawItem>>>;
	readonly commitments: ReadonlyArray<{
		readonly id: string;
		readonly title: string;
		readonly hours?: string;
		readonly times?: string | Readonly<Record<string, string>>;
		readonly days?: string;
		readonly track?: string;
		readonly when?: string;
	}>;
	readonly checkpoints: ReadonlyArray<{
		readonly id: string;
		readonly title: string;
		readonly every?: string;
		readonly when?: string;
		readonly until?: string;
		readonly replaces: ReadonlyArray<string>;
	}>;
	readonly indicators: { readonly leading: ReadonlyArray<RawItem>; readonly lagging: ReadonlyArray<RawItem> };
	readonly risks: ReadonlyArray<{
		readonly title: string;
		readonly watch?: { readonly hours: string; readonly for: string };
	}>;
	readonly slips: ReadonlyArray<{ readonly at: string; readonly by: string; readonly reviews?: boolean | undefined }>;
}

/** An item as it is written. */
export interface RawItem {
	readonly id: string;
	readonly title: string;
	readonly when?: string;
	readonly goal?: string;
	readonly of?: string;
	readonly from?: string;
	readonly track?: string;
	readonly needs?: ReadonlyArray<string>;
	readonly confirm?: string;
	readonly valid?: string;
	readonly dropped?: { readonly on: string };
	readonly optional?: string;
	readonly parts?: ReadonlyArray<RawItem>;
}
