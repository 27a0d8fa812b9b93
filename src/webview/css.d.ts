/** A style sheet as text, minified. */
declare module "*.css?text" {
	export const css: string;
}
