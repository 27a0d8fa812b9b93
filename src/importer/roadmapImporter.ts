// The bundle that is loaded with the first import.
export { parseMarkdown } from "./markdown/parseMarkdown.ts";
export { proposeOutline } from "./markdown/proposeRoadmap.ts";
export { removeProvenance } from "./markdown/removeProvenance.ts";
export { importedEntries } from "./time/importedEntries.ts";
export { loggedTimes } from "./time/loggedTimes.ts";
export { proposeTime } from "./time/proposeTime.ts";
export { readTimeRows } from "./time/readTimeRows.ts";
export { readTimeTable } from "./time/readTimeTable.ts";
export { mappingGroups, mappingKey, TargetMapper } from "./time/timeMapping.ts";
export { ZoneClock } from "./time/zoneClock.ts";
