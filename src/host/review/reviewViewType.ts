/** The type of the panels; package.json names it as well, for the time after a restart. */
export const reviewViewType = "waymark.review";
