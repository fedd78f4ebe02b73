// Variables that hold nothing at first, are set, and emptied again.
class Sensor {
  last: number | null = null;
  private listener: ((value: number) => void) | null = null;
  onValue(listener: ((value: number) => void) | null): void {
    this.listener = listener;
  }
  read(value: number): boolean {
    const changed = this.last === null || this.last !== value;
    this.last = value;
    if (changed) this.listener?.(value);
    return changed;
  }
  reset(): void {
    this.last = null;
  }
}
const sensor = new Sensor();
const seen: number[] = [];
console.log(sensor.last, sensor.last ?? "nothing yet", sensor.read(0));
sensor.onValue((value) => {
  seen.push(value);
});
console.log(sensor.read(0), sensor.read(5), sensor.read(5), seen.join());
sensor.reset();
console.log(sensor.last === null, sensor.read(5), seen.length);
sensor.onValue(null);
console.log(sensor.read(7), seen.join(), sensor.last);
let best: number | undefined;
for (const n of [3, -1, 8, 2]) if (best === undefined || n > best) best = n;
console.log(best);
