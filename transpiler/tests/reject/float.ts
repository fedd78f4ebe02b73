// Floats where integers, keys or unknown values are expected, and the other way round.
const half: float = 0.5;
const tenth = Math.fround(0.1);
const count = [1, 2].length;
const power = half ** 2; //! TP3011
const remainder = half % tenth; //! TP3011
const bits = half | 0; //! TP3011
const integers: number[] = [half]; //! TP3011
const floats: float[] = [half, count]; //! TP3011
const taken = (xs: number[]): number => xs.length;
console.log(taken(floats)); //! TP3011
console.log([1, 2][half]); //! TP3011
console.log("ab".repeat(half)); //! TP3011
console.log(half === count, half < count); //! TP3011
console.log(half < 0.1); //! TP3001
console.log(half > 100000000001); //! TP3011
const bytes = new Uint8Array(4);
bytes[0] = half; //! TP3011
bytes.fill(half); //! TP3011
const record: Record<string, number> = {};
record[half] = 1; //! TP3011
const seen: unknown = half; //! TP3011
console.log(Number.isInteger(half)); //! TP3011
console.log(Math.sign(half), Math.imul(half, 2)); //! TP3011
console.log(Math.max(half, count)); //! TP3011
const sum = (a: number, b: number): number => a + b;
const fold: (a: float, b: float) => float = sum; //! TP3011
const largest = <T extends number>(a: T, b: T): T => (a > b ? a : b);
console.log(largest(half, half) > half); //! TP3011
const isFloat = (value: unknown): value is float => typeof value === "number";
const given: unknown = JSON.parse("2");
if (isFloat(given)) console.log(given > 1); //! TP3011
console.log(floats.filter(Number.isInteger).length, floats.map(Math.sign).length); //! TP3011
export { bits, floats, fold, integers, power, record, remainder, seen };
