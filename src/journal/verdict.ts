/** Answers to a question of a review, and to whether a promise was kept. */
export const verdicts = ["yes", "partly", "no"] as const;
