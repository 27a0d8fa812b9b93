// Everything that is loaded only when it is needed: the second bundle. See `lazyBundle` in esbuild.config.mjs.
export { createRoadmap } from "./commands/createRoadmap.ts";
export { openPlan } from "./commands/openPlan.ts";
export { Session } from "./session.ts";
