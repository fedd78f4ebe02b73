// The device calls start() and then turn(): both are reached from outside.

export interface Mode {
  turn(): void;
}

class Blinking implements Mode {
  private isOn = false;

  turn(): void {
    this.isOn = !this.isOn;
    console.log(this.isOn ? "on" : "off");
  }

  unused(): void {
    console.log("never");
  }
}

export function start(): Mode {
  return new Blinking();
}
