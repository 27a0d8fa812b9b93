import type { Plan } from "../plan/plan.ts";

/**
 * The titles of a proposed plan that another plan has not yet: neither under the same id, nor a former one, nor with the
 * same title.
 */
export function newTitles(proposed: Plan, plan: Plan): ReadonlyArray<string> {
	const nodes = [...plan.byId.values(), ...plan.phases, ...plan.factors, ...plan.risks];
	const ids = new Set([...nodes.flatMap(({ id, formerly }) => [id, ...formerly]), ...plan.byId.keys()]);
	const titles = new Set([...nodes, ...plan.advantages].map(({ title }) => title));
	const named = [...proposed.byId.values(), ...proposed.phases, ...proposed.factors, ...proposed.risks]
		.filter(({ id, title }) => !ids.has(id) && !titles.has(title))
		.map(({ title }) => title);
	const advantages = proposed.advantages.map(({ title }) => title).filter((title) => !titles.has(title));
	return [...new Set([...named, ...advantages])];
}
