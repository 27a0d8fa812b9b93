// Everything that follows a plan, loaded with the first one.
export { activatePlan } from "./activePlan.ts";
