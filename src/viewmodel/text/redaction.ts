import { maskMoney } from "../../amount/money.ts";

/** The placeholder for hidden text. */
export const redacted = "•••";

/** The text without amounts of money, for discreet mode. */
export function redactMoney(text: string): string {
	return maskMoney(text, redacted);
}
