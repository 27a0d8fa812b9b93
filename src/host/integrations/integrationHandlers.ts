// Handlers for other extensions, language models, and links, loaded on the first call.
export { handleLogRequest } from "./handleLogRequest.ts";
export { handleUri } from "./handleUri.ts";
export { readStatus } from "./readStatus.ts";
export { callTool, prepareTool } from "./toolCalls.ts";
