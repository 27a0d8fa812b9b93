import { channel } from "node:diagnostics_channel";
import type { Page } from "playwright-core";

/**
 * Each bundle of a test has its own copy of the modules of the harness; a channel is the same in all of a process. On it a
 * page that opens is told of, for whoever keeps a picture of it when a test fails.
 */
const opened = channel("waymark:page-opened");

/** Tells that a page has opened. */
export function tellOpened(page: Page): void {
	opened.publish(page);
}

/** Hears of every page that opens from now on. */
export function onOpened(heard: (page: Page) => void): void {
	opened.subscribe((page) => heard(page as Page));
}
