import Big from "big.js";

/**
 * A sum of numbers as they are written: 0.1 and 0.2 make 0.3, and the order of adding does not matter. Whole numbers,
 * which most are, are added as such as long as nothing can get lost.
 */
export class ExactSum {
	private whole = 0;
	private rest: Big | undefined;

	add(value: number): void {
		if (Number.isSafeInteger(value) && Number.isSafeInteger(this.whole + value)) {
			this.whole += value;
		} else {
			this.rest = (this.rest ?? new Big(0)).plus(value);
		}
	}

	/** The sum, as the nearest number there is. */
	get value(): number {
		return this.rest ? this.rest.plus(this.whole).toNumber() : this.whole;
	}
}
