// The second bundle: everything that is not needed at startup. The entry bundle imports only its types.
export * from "./commands/commandHandlers.ts";
export * from "./integrations/integrationHandlers.ts";
export * from "./roadmap/planFeatures.ts";
