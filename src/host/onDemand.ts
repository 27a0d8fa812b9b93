// Everything that is loaded only when it is needed: the second bundle. See `lazyBundle` in esbuild.config.mjs.
export { systemClock } from "./clock.ts";
export { createRoadmap } from "./commands/createRoadmap.ts";
export { openPlan } from "./commands/openPlan.ts";
export { setUpGitMerge } from "./commands/setUpGitMerge.ts";
export { showJournal } from "./commands/showJournal.ts";
export { redo, undo } from "./commands/undo.ts";
export { Session } from "./session.ts";
