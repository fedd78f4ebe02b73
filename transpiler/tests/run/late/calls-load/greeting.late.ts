import { decorated, Frame } from "./decoration.ts";
import { shown } from "./shown.ts";

const STEPS: readonly number[] = [1, 2, 3];
const FRAMES = { first: Frame.Stars, others: Frame.None };
const WIDTHS = new Uint8Array([3, 2, 1]);

export class Greeter {
  static readonly WORD = "Hello";
  constructor(private readonly name: string) {}

  text(): string {
    if (this.name === "") throw new Error("nobody");
    return decorated(`${Greeter.WORD} ${shown(this.name)}`, FRAMES.first, WIDTHS[0] ?? 0);
  }

  repeated(times: int<0, 3>): string {
    return decorated(this.name, FRAMES.others, 0).repeat(times);
  }
}

export function greet(name: string): Greeter {
  return new Greeter(name);
}

export const total = (n: number): number => STEPS.slice(0, n & 3).reduce((a, b) => (a + b) & 0xff, 0);
