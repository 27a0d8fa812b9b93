// Starts the program it is given and ends with it, or when the process that started the guard is gone, however that
// came about: then its end of the pipe closes. The guard leads the process group, so that all of it goes.
import { spawn } from "node:child_process";

const [command, ...args] = process.argv.slice(2);
if (command === undefined) throw new Error("No program to guard.");

const child = spawn(command, args, { stdio: ["ignore", "inherit", "inherit"], windowsHide: true });
child.once("error", (error) => {
	console.error(error.message);
	process.exit(1);
});
child.once("exit", (code) => process.exit(code ?? 1));

// The signal went to the whole group: wait for the program to end in its own time.
process.on("SIGTERM", () => undefined);
process.on("SIGINT", () => undefined);

process.stdin.resume();
process.stdin.once("close", () => {
	if (process.platform === "win32") child.kill();
	else process.kill(-process.pid, "SIGKILL");
	process.exit(1);
});
