// `npm run show -- PLAN`: what Waymark sees of a plan and its journal, without VS Code. For reports of faults, and for tests.
import { UsageError } from "./show/options.ts";
import { output } from "./show/output.ts";

try {
	process.stdout.write(`${output(process.argv.slice(2), process.env["INIT_CWD"] ?? ".")}\n`);
} catch (error) {
	if (!(error instanceof UsageError)) {
		throw error;
	}
	process.stderr.write(`${error.message}\n`);
	process.exitCode = 1;
}
