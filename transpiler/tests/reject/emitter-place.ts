// A callback is no function of its own: it may be written into the loop that calls it.

console.log([1, 2].map(/** @native */ (x) => x * 2).length); //! TP6001: @native stands on a function that has no name

class Counter {
  /** @viper */
  step = (x: number) => x + 1; //! TP6001: @viper
}

console.log(new Counter().step(3));
