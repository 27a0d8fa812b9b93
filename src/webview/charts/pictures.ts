import type { Picture } from "../../present/review/page.ts";
import { split } from "./split.ts";
import { timeline } from "./timeline.ts";
import { ways } from "./ways.ts";
import { weeks } from "./weeks.ts";

/** How wide a picture in a file is, in CSS pixels. */
export const exportWidth = 800;

/** `width` in CSS pixels. `hasTips`: hovering tells the numbers. */
export interface Canvas {
	readonly width: number;
	readonly hasTips: boolean;
}

type Draw<P> = (picture: P, canvas: Canvas) => Element;
type OfKind<K> = Extract<Picture, { readonly kind: K }>;

/** Each kind of picture with what draws it. */
const draws: { readonly [K in Picture["kind"]]: Draw<OfKind<K>> } = { timeline, weeks, split, ways };

/** The picture as one image with its summary for those who do not see it. */
export function drawPicture(picture: Picture, canvas: Canvas): Element {
	const draw = draws[picture.kind] as Draw<Picture>;
	const drawn = draw(picture, canvas);
	drawn.setAttribute("role", "img");
	drawn.setAttribute("aria-label", picture.summary);
	return drawn;
}
