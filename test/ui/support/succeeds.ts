/** Whether something succeeds, such as waiting for what may not come. */
export function succeeds(attempt: Promise<unknown>): Promise<boolean> {
	return attempt.then(
		() => true,
		() => false,
	);
}
