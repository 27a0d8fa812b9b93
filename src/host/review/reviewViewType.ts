/** The webview type, also in package.json, so that panels are restored after a restart. */
export const reviewViewType = "waymark.review";
