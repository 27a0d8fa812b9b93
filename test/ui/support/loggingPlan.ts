/** A plan to log to: commitments, targets of every kind, and an indicator. */
export const plan = `title: Mine
start: 2020-01-06
week: { hours: 6 }
commitments:
  - { id: writing, title: Thought leadership, hours: 3 }
  - { id: networking, title: Executive networking, hours: 2 }
  - { id: strategic, title: Strategic learning, hours: 1 }
targets:
  year 1+:
    - { id: talks, title: Talks given, goal: 4 }
    - { id: impact, title: Business impact, goal: $1M+ }
    - { id: aws-saa, title: AWS Solutions Architect }
    - { id: aws-security, title: AWS Security }
indicators:
  leading: [{ id: calls, title: Calls from recruiters }]
`;

/** The day that it is now in UTC, in days since 1970. */
export function today(): number {
	return Math.floor(Date.now() / 86_400_000);
}
