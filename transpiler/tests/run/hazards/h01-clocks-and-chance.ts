// The date and chance differ from run to run: a program gets them through interfaces, here with fixed answers.
interface Clock {
  now(): number;
}
interface Random {
  next(below: number): number;
}
class ManualClock implements Clock {
  constructor(private ms: number) {}
  now(): number {
    return this.ms;
  }
  advance(ms: number): void {
    this.ms += ms;
  }
}
class Lcg implements Random {
  constructor(private state: number) {}
  next(below: number): number {
    this.state = (Math.imul(this.state, 1103515245) + 12345) & 0x7fffffff;
    return below > 0 ? (this.state >> 8) % below : 0;
  }
}
const clock = new ManualClock(1700000000000);
const random: Random = new Lcg(42);
const roll = (dice: number): string => Array.from({ length: dice }, () => random.next(6) + 1).join("+");
console.log(roll(3), roll(5), random.next(1), random.next(0));
const started = clock.now();
clock.advance(1500);
console.log(clock.now() - started, Math.floor(clock.now() / 1000), (clock as Clock).now() % 1000);
const pick = <T>(items: readonly T[], by: Random): T | undefined => items[by.next(items.length)];
console.log(pick(["a", "b", "c"], random), pick([10, 20], random), pick([], random) ?? "nothing");
