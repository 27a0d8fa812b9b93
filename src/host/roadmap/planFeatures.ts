// Everything that follows a plan, loaded with the first one.
export { tooltipMarkdown } from "../ui/tooltipMarkdown.ts";
export { activatePlan } from "./activePlan.ts";
