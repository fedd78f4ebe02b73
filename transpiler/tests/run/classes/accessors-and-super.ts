// Getters and setters inherited, overridden, and reached through super.
const log: string[] = [];
class Sensor {
  protected raw = 20;
  get value(): number {
    log.push("get Sensor");
    return this.raw;
  }
  set value(next: number) {
    log.push(`set Sensor ${next}`);
    this.raw = next & 0xfff;
  }
  get unit(): string {
    return "C";
  }
  read(): string {
    return `${this.value} ${this.unit}`;
  }
}
class Offset extends Sensor {
  override get value(): number {
    log.push("get Offset");
    return (super.value + 1) & 0xfff;
  }
  override set value(next: number) {
    log.push(`set Offset ${next}`);
    super.value = next > 100 ? 100 : next;
  }
  override get unit(): string {
    return `${super.unit} offset`;
  }
}
class Scaled extends Offset {
  override get value(): number {
    return (super.value * 10) & 0xfff;
  }
  override set value(next: number) {
    super.value = next;
  }
  later(): () => number {
    return () => super.value;
  }
}
class Plain extends Offset {}
for (const one of [new Sensor(), new Offset(), new Scaled(), new Plain()]) {
  console.log(one.read());
  one.value = 200;
  console.log(one.value, one.unit);
  one.value = (one.value + 5) & 0xfff;
  one.value ^= 1;
  console.log(one.value++, one.value);
}
console.log(new Scaled().later()());
console.log(log.length, log.slice(0, 12).join(", "));
