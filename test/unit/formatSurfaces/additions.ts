import type { Surface, SurfaceInput } from "./surfaces.ts";

export interface Addition extends Partial<SurfaceInput> {
	readonly shown: { readonly [S in Surface]: RegExp | string };
}
