// Arrows keep the this of their method; methods passed as arrows; handlers as fields.
class Button {
  readonly handlers: (() => void)[] = [];
  clicks = 0;
  onClick(f: () => void): void {
    this.handlers.push(f);
  }
  click(): void {
    this.clicks++;
    this.handlers.forEach((h) => h());
  }
}
class Panel {
  private readonly log: string[] = [];
  private count = 0;
  readonly report = (): string => `${this.name}: ${this.log.join(" ")} (${this.count})`;
  constructor(
    private readonly name: string,
    buttons: Button[],
  ) {
    buttons.forEach((b, i) => b.onClick(() => this.note(`b${i}`)));
    const own = (text: string): void => {
      this.note(text);
    };
    buttons[0]?.onClick(() => own("extra"));
  }
  private note(what: string): void {
    this.count++;
    this.log.push(`${what}@${this.count}`);
  }
  counter(): () => number {
    return () => {
      const inner = (): number => (this.count = (this.count + 10) % 1000);
      return inner();
    };
  }
}
const buttons = [new Button(), new Button()];
const p = new Panel("p", buttons);
const q = new Panel("q", buttons.slice(1));
for (const b of [buttons[0], buttons[1], buttons[0]]) b.click();
const { report } = p;
console.log(report(), q.report(), buttons.map((b) => b.clicks).join());
const next = p.counter();
console.log(next(), next(), report());
class Timer2 {
  ticks = 0;
  run(): Promise<number> {
    return new Promise((resolve) => {
      const id = setInterval(() => {
        this.ticks++;
        if (this.ticks === 3) {
          clearInterval(id);
          resolve(this.ticks);
        }
      }, 5);
    });
  }
}
void new Timer2().run().then((n) => console.log("ticks", n));
