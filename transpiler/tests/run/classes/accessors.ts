// Getters and setters.
class Temperature {
  private tenths: i32 = 0;
  reads = 0;
  get celsius(): number {
    this.reads += 1;
    return Math.floor(this.tenths / 10);
  }
  set celsius(value: i16) {
    this.tenths = value * 10;
  }
  get isFreezing(): boolean {
    return this.tenths <= 0;
  }
}
const t = new Temperature();
console.log(t.celsius, t.isFreezing, t.reads);
t.celsius = 21;
console.log(t.celsius, t.isFreezing, t.reads);
t.celsius = -3;
const sum = t.celsius + t.celsius;
console.log(sum, t.reads, t.isFreezing);
class Warm extends Temperature {
  get label(): string {
    return `${this.celsius} degrees`;
  }
}
const w = new Warm();
w.celsius = 30;
console.log(w.label, w.reads);
