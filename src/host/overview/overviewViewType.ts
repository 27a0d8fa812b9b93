/** The webview type, also in package.json, so that the panel is restored after a restart. */
export const overviewViewType = "waymark.overview";
