/** Directions of an indicator. */
export const trends = ["rising", "steady", "falling"] as const;

/** The direction of an indicator. */
export type Trend = (typeof trends)[number];
