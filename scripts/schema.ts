// `npm run schema`: writes the JSON Schema of the plan from the schema that validates it.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { planJsonSchema } from "../src/plan/schema/planJsonSchema.ts";
import { projectRoot } from "../test/harness/root.ts";

const file = join(projectRoot(), "schemas", "roadmap.schema.json");
writeFileSync(file, `${JSON.stringify(planJsonSchema(), undefined, "\t")}\n`);
console.log(`Wrote ${file}`);
