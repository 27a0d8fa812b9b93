// The bundle that is loaded with the first import.
export { proposeRoadmap } from "./markdown/proposeRoadmap.ts";
export { removeProvenance } from "./markdown/removeProvenance.ts";
export { newTitles } from "./newTitles.ts";
