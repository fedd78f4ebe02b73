// A simulation: an elevator that serves requests in its direction, tick by tick.
type Direction = -1 | 0 | 1;
interface Request {
  readonly from: number;
  readonly to: number;
  readonly at: number;
}
class Elevator {
  private floor = 0;
  private direction: Direction = 0;
  private readonly waiting: Request[] = [];
  private riding: Request[] = [];
  private readonly log: string[] = [];
  private travelled = 0;
  call(request: Request): void {
    this.waiting.push(request);
  }
  get idle(): boolean {
    return this.waiting.length === 0 && this.riding.length === 0;
  }
  tick(now: number): void {
    const out = this.riding.filter(({ to }) => to === this.floor);
    const entering = this.waiting.filter(({ from, at }) => from === this.floor && at <= now);
    if (out.length > 0 || entering.length > 0) {
      this.riding = [...this.riding.filter((r) => !out.includes(r)), ...entering];
      for (const r of entering) this.waiting.splice(this.waiting.indexOf(r), 1);
      this.log.push(`${now}:${this.floor}-${out.length}+${entering.length}`);
      return;
    }
    this.direction = this.choose(now);
    this.floor = Math.max(0, Math.min(9, this.floor + this.direction));
    if (this.direction !== 0) this.travelled++;
  }
  private choose(now: number): Direction {
    const targets = [...this.riding.map((r) => r.to), ...this.waiting.filter((r) => r.at <= now).map((r) => r.from)];
    if (targets.length === 0) return 0;
    const ahead = targets.some((t) =>
      this.direction === 1 ? t > this.floor : this.direction === -1 && t < this.floor,
    );
    if (ahead) return this.direction;
    const nearest = targets.reduce((a, b) => (Math.abs(b - this.floor) < Math.abs(a - this.floor) ? b : a));
    return nearest > this.floor ? 1 : nearest < this.floor ? -1 : 0;
  }
  report(): string {
    return `${this.log.join(" ")} | floor ${this.floor}, travelled ${this.travelled}`;
  }
}
const run = (requests: Request[]): string => {
  const elevator = new Elevator();
  requests.forEach((r) => elevator.call(r));
  let now = 0;
  while (!elevator.idle && now < 100) elevator.tick(now++);
  return `${now} ticks: ${elevator.report()}`;
};
console.log(run([{ from: 0, to: 3, at: 0 }]));
console.log(
  run([
    { from: 5, to: 1, at: 0 },
    { from: 2, to: 8, at: 1 },
    { from: 3, to: 0, at: 4 },
  ]),
);
console.log(run([{ from: 2, to: 2, at: 0 }]), "|", run([]));
