// Viper knows numbers of 32 bits, truth values and the elements of a Uint8Array, and nothing else.

let counter = 0;
const names = ["a", "b"];

/** @viper */
function halved(x: number): number {
  return Math.floor(x / 2) + (x % 3); //! TP6003: A division
}

/** @viper */
function withDefault(x: number, step = 1): number { //! TP6003: A default, optional or rest parameter
  return x + step;
}

/** @viper */
function checked(x: number): number {
  if (x > 9) throw new Error("too large"); //! TP6003: An exception
  return x;
}

/** @viper */
function closing(x: number): number {
  const add = (y: number) => x + y; //! TP6003: A closure
  return add(1); //! TP6003: A call
}

/** @viper */
function counted(x: number): number {
  counter = x & 7; //! TP6003: A variable of the module
  return x + counter; //! TP6003: A variable that is no number
}

/** @viper */
function called(x: number): number {
  return checked(x) + 1; //! TP6003: A call
}

/** @viper */
function text(x: number): string { //! TP6003: A result of this kind
  return x > 3 ? "large" : "small"; //! TP6003: A text
}

/** @viper */
function large(x: number): boolean {
  return x === 0x7fffffff; //! TP6003: A number of 2^30 or more
}

/** @viper */
function both(x: number): boolean {
  return x > 3 && x < 9; //! TP6003: && or || as a value
}

/** @viper */
function element(i: 0 | 1, list: readonly string[]): boolean { //! TP6003: A parameter that is no number
  return list[i] === names[i]; //! TP6003: An element of what is no Uint8Array
}

/** @viper */
function power(x: 1 | 2): number {
  return 2 ** x; //! TP6003: A power
}

class Scale {
  factor = 3;

  /** @viper */
  scaled(x: 1 | 2): number { //! TP6003: A method
    return x * this.factor;
  }
}

console.log(halved(7), withDefault(3), checked(4), closing(5), counted(6), called(7), text(8), large(9), both(5));
console.log(element(0, names), power(2), new Scale().scaled(2), withDefault(3, 4));
