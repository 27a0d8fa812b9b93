import type { Day } from "../../plan/day.ts";
import type { Fact } from "../../progress/review/facts.ts";
import type { Words } from "../words.ts";
import type { Picture, ReviewKey } from "./page.ts";
import { splitPicture } from "./splitPicture.ts";
import { timelinePicture } from "./timelinePicture.ts";
import { waysPicture } from "./waysPicture.ts";
import { weeksPicture } from "./weeksPicture.ts";

/** What pictures are drawn from. */
export interface PictureSource {
	readonly facts: ReadonlyArray<Fact>;
	readonly words: Words;
	/** The day that the review was, or is, held. */
	readonly today: Day;
	readonly key: ReviewKey;
}

/** The pictures of a review; one that would show nothing is left out. */
export function picturesOf(source: PictureSource): ReadonlyArray<Picture> {
	const makers = [timelinePicture, weeksPicture, splitPicture, waysPicture];
	return makers.map((make) => make(source)).filter((picture) => picture !== undefined);
}
