// Floats: one operation in each Math.fround, no mixing with integers, no text but by toFixed.
const half: float = 0.5;
const tenth = Math.fround(0.1);
const count = [1, 2].length;
let level: float = count; //! TP3011: An integer meets a float
level = Math.fround(half + tenth + half); //! TP3010: The result of + on floats
level += half; //! TP3010: The result of +
level++; //! TP3010
const root = Math.sqrt(half); //! TP3010: Math.sqrt
const power = half ** 2; //! TP3011
const remainder = half % tenth; //! TP3011
const bits = half | 0; //! TP3011
const scaled = Math.round(half * 100); //! TP3010
let whole = 1;
whole = half; //! TP3011: A float meets an integer
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
const keys = new Map<float, string>(); //! TP2010
const seen: unknown = half; //! TP3011
console.log(Number.isInteger(half)); //! TP3011
console.log(Math.sign(half), Math.imul(half, 2)); //! TP3011
console.log(Math.max(half, count)); //! TP3011
const sum = (a: number, b: number): number => a + b;
const fold: (a: float, b: float) => float = sum; //! TP3011
const largest = <T extends number>(a: T, b: T): T => (a > b ? a : b);
console.log(largest(half, half) > half); //! TP3011
export { bits, floats, fold, integers, keys, level, power, record, remainder, root, scaled, seen, whole };
