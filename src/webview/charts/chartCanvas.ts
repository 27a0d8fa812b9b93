/** `width` in CSS pixels. `hasTips`: whether hovering shows values. */
export interface ChartCanvas {
	readonly width: number;
	readonly hasTips: boolean;
}
