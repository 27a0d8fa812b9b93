/** What a setting may hold, in the words of its JSON Schema in package.json. */
export interface SettingSchema<T> {
	/** An array is one of strings. */
	readonly type: "string" | "boolean" | "number" | "integer" | "array";
	readonly enum?: ReadonlyArray<T>;
	/** Inclusive; only numbers have limits. */
	readonly minimum?: number;
	/** Inclusive. */
	readonly maximum?: number;
}

/** The settings by their names after `waymark.`. Their defaults are only in package.json. */
export const settingSchemas = {
	plan: text(),
	device: text(),
	timeZone: text(),
	statusBar: oneOf("off", "icon", "compact", "full"),
	statusBarClick: oneOf("logTime", "whatNext", "showWeek", "toggleTimer"),
	"nudge.notify": flag(),
	"nudge.lastDays": number("integer", 0, 7),
	"nudge.fromHour": number("integer", 0, 23),
	"timer.limitHours": number("number", 0.25, 24),
	revealInView: flag(),
	badge: flag(),
	figuresFirst: flag(),
	forecasts: flag(),
	easeFrom: oneOf("nextWeek", "now"),
	codeLens: flag(),
	writeReviewReports: oneOf("ask", "always", "never"),
	discreetMode: flag(),
	maxHoursPerDay: number("number", 0.5, 24),
	"evidence.repositories": texts(),
	"evidence.emails": texts(),
	"evidence.minutesBefore": number("integer", 0, 120),
} as const;

export type SettingName = keyof typeof settingSchemas;

export type SettingValue<K extends SettingName> = (typeof settingSchemas)[K] extends SettingSchema<infer T> ? T : never;

/**
 * The value of a setting as the user wrote it, also in settings.json, which may contain any JSON. A number beyond a limit is
 * that limit, and anything else that the schema doesn't allow is the default.
 */
export function validSetting<K extends SettingName>(name: K, value: unknown, standard: unknown): SettingValue<K> {
	const schema: SettingSchema<unknown> = settingSchemas[name];
	const found = isOfType(value, schema) ? value : standard;
	const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = schema;
	const within = typeof found === "number" ? Math.min(maximum, Math.max(minimum, found)) : found;
	return within as SettingValue<K>;
}

function isOfType(value: unknown, { type, enum: choices }: SettingSchema<unknown>): boolean {
	if (type === "array") {
		return Array.isArray(value) && value.every((each) => typeof each === "string");
	}
	const isNumber = type === "number" || type === "integer";
	return typeof value === (isNumber ? "number" : type) && (choices === undefined || choices.includes(value));
}

function text(): SettingSchema<string> {
	return { type: "string" };
}

function texts(): SettingSchema<ReadonlyArray<string>> {
	return { type: "array" };
}

function flag(): SettingSchema<boolean> {
	return { type: "boolean" };
}

function oneOf<T extends string>(...values: ReadonlyArray<T>): SettingSchema<T> {
	return { type: "string", enum: values };
}

function number(type: "number" | "integer", minimum: number, maximum: number): SettingSchema<number> {
	return { type, minimum, maximum };
}
