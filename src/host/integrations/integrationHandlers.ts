// Handlers for other extensions and language models, loaded on the first call.
export { handleLogRequest } from "./handleLogRequest.ts";
export { readStatus } from "./readStatus.ts";
export { callTool, prepareTool } from "./toolCalls.ts";
