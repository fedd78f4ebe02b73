// Accessors that validate, cache and derive, in classes that stand for records.
class Temperature {
  #tenths = 0;
  reads = 0;
  get celsius(): number {
    this.reads++;
    return Math.round(this.#tenths / 10) + 0;
  }
  set celsius(value: number) {
    if (value < -273) throw new RangeError(`${value} is below zero Kelvin`);
    this.#tenths = Math.min(value, 10000) * 10;
  }
  get fahrenheit(): number {
    return Math.round((this.celsius * 9) / 5) + 32;
  }
  set fahrenheit(value: number) {
    this.celsius = Math.round(((Math.max(-1000, Math.min(value, 10000)) - 32) * 5) / 9);
  }
  get isFreezing(): boolean {
    return this.celsius <= 0;
  }
}
const t = new Temperature();
console.log(t.celsius + 0, t.fahrenheit, t.isFreezing, t.reads);
t.celsius = 25;
t.celsius += 5;
t.celsius++;
console.log(t.celsius + 0, t.fahrenheit, t.isFreezing);
t.fahrenheit = 14;
console.log(t.celsius + 0, t.isFreezing);
try {
  t.celsius = -300;
} catch (e) {
  console.log((e as Error).message, t.celsius + 0);
}
const { celsius, fahrenheit } = t;
console.log(celsius + 0, fahrenheit, t.reads > 5);
