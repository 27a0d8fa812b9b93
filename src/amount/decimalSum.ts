import Big from "big.js";

/**
 * An exact decimal sum: 0.1 and 0.2 make 0.3, and the order of adding does not matter. Whole numbers, which most are,
 * are added as numbers while that is exact.
 */
export class DecimalSum {
	private whole = 0;
	private rest: Big | undefined;

	add(value: number): void {
		if (Number.isSafeInteger(value) && Number.isSafeInteger(this.whole + value)) {
			this.whole += value;
		} else {
			this.rest = (this.rest ?? new Big(0)).plus(value);
		}
	}

	/** The sum, rounded to the nearest number. */
	get value(): number {
		return this.rest ? this.rest.plus(this.whole).toNumber() : this.whole;
	}
}
