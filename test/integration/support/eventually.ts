/**
 * Waits until a check no longer throws, and throws what it threw last after twenty seconds. Events of the editor come
 * when they come: a fixed wait would be too short on one machine and wasted on another.
 */
export async function eventually<T>(check: () => T | Promise<T>, milliseconds = 20_000): Promise<T> {
	const end = Date.now() + milliseconds;
	for (;;) {
		try {
			return await check();
		} catch (error) {
			if (Date.now() > end) {
				throw error;
			}
			await new Promise((resolve) => setTimeout(resolve, 25));
		}
	}
}
