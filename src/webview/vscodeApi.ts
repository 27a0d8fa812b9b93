/** The API that VS Code provides to a webview. `M`: its messages. `S`: what it keeps. */
export interface VsCodeApi<M, S> {
	postMessage(message: M): void;
	/** The last value of {@link setState}, from this or an earlier version of the page. */
	getState(): unknown;
	setState(state: S): void;
}

declare global {
	function acquireVsCodeApi<M, S>(): VsCodeApi<M, S>;
}
