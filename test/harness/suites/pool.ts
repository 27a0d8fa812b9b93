/** Something to do beside others. */
export interface Task {
	/** How many cores it keeps busy. */
	readonly load: number;
	/** About how many seconds it takes: long tasks start first. */
	readonly seconds: number;
	/** Whether what it needs is there; asked again whenever another task has ended. */
	readonly isReady: () => boolean;
	/** Never rejects. */
	readonly run: () => Promise<void>;
}

/**
 * Runs tasks at the same time, as many as keep the cores busy and no more; one that is heavier than all cores runs alone.
 *
 * @param capacity how much load there may be at a time, in cores
 * @throws when a task is left that never gets ready
 */
export async function runPool(tasks: ReadonlyArray<Task>, capacity: number): Promise<void> {
	const waiting = [...tasks].sort((a, b) => b.seconds - a.seconds);
	const running = new Map<Task, Promise<void>>();
	let load = 0;
	const next = (): Task | undefined =>
		waiting.find((task) => task.isReady() && (running.size === 0 || load + task.load <= capacity));
	const begin = (task: Task): void => {
		waiting.splice(waiting.indexOf(task), 1);
		load += task.load;
		const ended = task.run().finally(() => {
			running.delete(task);
			load -= task.load;
		});
		running.set(task, ended);
	};
	while (waiting.length + running.size > 0) {
		for (let task = next(); task; task = next()) begin(task);
		if (running.size === 0) throw new Error(`Nothing makes what the last tasks wait for; there are ${waiting.length}.`);
		await Promise.race(running.values());
	}
}
