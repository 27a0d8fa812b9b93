// The way in for `npm start`, `npm test`, `npm run bench`, `package`, `sample`, `schema`, `l10n`, `screenshots` and `show`: installs what
// is missing, builds, and runs the tool of that name. What it says itself goes to stderr: stdout is the tool's. Plain JavaScript
// without dependencies, since it runs before there are any.
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const tools = ["start", "test", "soak", "bench", "sample", "schema", "l10n", "screenshots", "package", "show"];
/** Those that need nothing else that is built. */
const alone = ["sample", "schema", "l10n", "show"];
const minutes = 60_000;

class Stop extends Error {}

function checkNode() {
	const [major, minor] = process.versions.node.split(".").map(Number);
	if (major > 20 || (major === 20 && minor >= 19)) return;
	throw new Stop(`This needs Node 20.19 or newer; you are running ${process.version} (${process.execPath}).`);
}

/** The JSON in a file; undefined when there is none or it cannot be read, which here both mean "install again". */
function readJson(...path) {
	try {
		return JSON.parse(readFileSync(join(root, ...path), "utf8"));
	} catch {
		return undefined;
	}
}

/** npm keeps a copy of the lock file of what it installed: that is the stamp to compare with. */
function isInstalled() {
	const wanted = readJson("package-lock.json")?.packages ?? {};
	const present = readJson("node_modules", ".package-lock.json")?.packages;
	if (!present) return false;
	return Object.entries(wanted).every(([path, { version, optional, link }]) => {
		if (path === "" || link) return true;
		const found = present[path];
		return found ? found.version === version : optional === true;
	});
}

/** Runs a program to its end with our output; Ctrl+C and a time limit end it, and us. */
function run(title, [command, ...args], { limit, advice, shell = false }) {
	return new Promise((done, fail) => {
		const child = spawn(command, args, { cwd: root, stdio: ["ignore", 2, 2], shell });
		const stop = (signal) => {
			child.kill("SIGTERM");
			process.exit(signal === "SIGINT" ? 130 : 143);
		};
		process.once("SIGINT", stop).once("SIGTERM", stop);
		const timer = setTimeout(() => {
			child.kill("SIGKILL");
			fail(new Stop(`${title} took longer than ${limit / minutes} minutes and was stopped. ${advice}`));
		}, limit);
		child.once("error", (error) => fail(new Stop(`${title} could not be started: ${error.message}. ${advice}`)));
		child.once("exit", (code) => {
			clearTimeout(timer);
			process.off("SIGINT", stop).off("SIGTERM", stop);
			code === 0 ? done() : fail(new Stop(`${title} failed. ${advice}`));
		});
	});
}

/**
 * Told to end, npm ends only the shell between it and us. That we have another parent then is all that we notice of it.
 * By ourselves, started in the background, a parent that goes is no reason to end.
 */
function endWithNpm() {
	if (process.env.npm_lifecycle_event === undefined) return;
	const parent = process.ppid;
	setInterval(() => process.ppid !== parent && process.kill(process.pid, "SIGTERM"), 1000).unref();
}

async function install() {
	console.error("Installing the dependencies (npm ci) ...");
	const cli = process.env.npm_execpath;
	const viaNode = cli !== undefined && /npm-cli\.c?js$/.test(cli);
	const args = [
		"ci",
		"--no-audit",
		"--no-fund",
		"--loglevel=error",
		"--fetch-timeout=60000",
		"--fetch-retry-maxtimeout=10000",
	];
	const advice = "Check the network and the npm registry settings, then try again.";
	if (viaNode) await run("npm ci", [process.execPath, cli, ...args], { limit: 10 * minutes, advice });
	else await run("npm ci", ["npm", ...args], { limit: 10 * minutes, advice, shell: process.platform === "win32" });
}

try {
	checkNode();
	const [tool, ...rest] = process.argv.slice(2);
	if (!tools.includes(tool)) throw new Stop(`Say what to run: ${tools.join(", ")}.`);
	process.chdir(root);
	endWithNpm();
	if (!isInstalled()) await install();
	console.error("Building ...");
	const build = ["esbuild.config.mjs", ...(alone.includes(tool) ? ["--tool", tool] : [])];
	await run("The build", [process.execPath, ...build], { limit: 3 * minutes, advice: "The errors are above." });
	const script = join(root, "dist", "scripts", `${tool}.js`);
	if (!existsSync(script)) throw new Stop(`There is no scripts/${tool}.ts.`);
	process.argv = [process.execPath, script, ...rest];
	await import(pathToFileURL(script).href);
} catch (error) {
	console.error(error instanceof Stop ? error.message : error);
	process.exitCode = 1;
}
