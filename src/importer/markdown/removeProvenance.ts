/**
 * A plan without the comments that name the lines of its source. Texts of several lines (`note: |`) stay as they are.
 *
 * @param source the name of the source in the comments
 */
export function removeProvenance(plan: string, source: string): string {
	let block: number | undefined;
	const lines = plan.split("\n").map((line) => {
		const column = /^ */.exec(line)?.[0].length ?? 0;
		if (block !== undefined && (line.trim() === "" || column > block)) {
			return line;
		}
		const [, name, number = ""] = /^(.*) # .*?(:\d+)\r?$/.exec(line) ?? [];
		const plain = name !== undefined && line.trimEnd() === `${name} # ${source}${number}` ? name : line;
		block = /:(?: [|>][-+]?)\r?$/.test(plain) ? column : undefined;
		return plain;
	});
	return lines.join("\n");
}
