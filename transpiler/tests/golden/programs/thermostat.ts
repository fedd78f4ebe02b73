// A thermostat: classes, an interface, constants, a history of fixed length.

const HYSTERESIS = 5;
const HISTORY = 4;

interface Heater {
  set(on: boolean): void;
}

class Relay implements Heater {
  private isOn = false;

  constructor(private readonly pin: number) {}

  set(on: boolean): void {
    if (on === this.isOn) return;
    this.isOn = on;
    console.log(`pin ${this.pin}: ${on ? "on" : "off"}`);
  }
}

/** Temperatures are tenths of a degree. */
class Thermostat {
  private readonly history: number[] = [];
  private target = 200;

  constructor(private readonly heater: Heater) {}

  get average(): number {
    let sum = 0;
    for (const value of this.history) sum += value;
    return this.history.length > 0 ? Math.floor(sum / this.history.length) : this.target;
  }

  measure(tenths: i16): void {
    this.history.push(tenths);
    if (this.history.length > HISTORY) this.history.shift();
    const average = this.average;
    if (average < this.target - HYSTERESIS) this.heater.set(true);
    else if (average > this.target + HYSTERESIS) this.heater.set(false);
  }
}

const thermostat = new Thermostat(new Relay(15));
for (const tenths of [190, 192, 205, 230, 240, 198, 180, 170]) thermostat.measure(tenths);
console.log(`average ${thermostat.average}`);
