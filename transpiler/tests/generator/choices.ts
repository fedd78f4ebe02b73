// The source of all chance in a generated program: numbers that fast-check draws. Where they end, the first and simplest
// of every choice is taken, so that each program comes to an end.
import fc from "fast-check";

/** What a program of some thirty statements uses up. */
const LENGTH = 1500;

export const choices = fc.array(fc.noBias(fc.nat(0x7fffffff)), { minLength: LENGTH, maxLength: LENGTH });

export class Choices {
  private next = 0;

  constructor(private readonly numbers: readonly number[]) {}

  /** From 0 to `count - 1`. */
  below(count: number): number {
    return (this.numbers[this.next++] ?? 0) % count;
  }

  between(low: number, high: number): number {
    return low + this.below(high - low + 1);
  }

  chance(percent: number): boolean {
    return this.below(100) >= 100 - percent;
  }

  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)] as T;
  }

  /** Of alternatives with weights, in the order in which they are to be tried. */
  order<T extends { readonly weight: number }>(items: readonly T[]): T[] {
    const total = items.reduce((sum, { weight }) => sum + weight, 0);
    let left = this.below(total);
    const first = items.findIndex(({ weight }) => {
      left -= weight;
      return left < 0;
    });
    return [...items.slice(first), ...items.slice(0, first).reverse()];
  }
}
