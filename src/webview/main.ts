import { hostMessage } from "./received.ts";
import { ReviewView } from "./reviewView.ts";

const api = acquireVsCodeApi();
const root = document.createElement("div");
root.id = "review";
document.body.append(root);
const view = new ReviewView(root, api);

window.addEventListener("message", ({ data }) => {
	const message = hostMessage(data);
	if (message !== undefined) view.receive(message);
});
window.addEventListener("pagehide", () => view.leave());
document.addEventListener("visibilitychange", () => view.leave());
window.addEventListener("scrollend", () => view.scrolled());
api.postMessage({ kind: "ready" });
