// A token bucket, a sliding window and a debouncer on a clock of their own and on timers.
interface Clock {
  now: number;
}
class TokenBucket {
  private tokens: number;
  private last: number;
  constructor(
    private readonly clock: Clock,
    private readonly capacity: int<1, 100>,
    private readonly perSecond: int<1, 100>,
  ) {
    this.tokens = capacity * 1000;
    this.last = clock.now;
  }
  take(): boolean {
    const elapsed = Math.max(0, Math.min(this.clock.now - this.last, 100000));
    this.last = this.clock.now;
    this.tokens = Math.min(this.capacity * 1000, this.tokens + elapsed * this.perSecond);
    if (this.tokens < 1000) return false;
    this.tokens -= 1000;
    return true;
  }
}
class SlidingWindow {
  private readonly hits = new Map<string, number[]>();
  constructor(
    private readonly clock: Clock,
    private readonly limit: number,
    private readonly windowMs: number,
  ) {}
  allow(key: string): boolean {
    const recent = (this.hits.get(key) ?? []).filter((t) => this.clock.now - t < this.windowMs);
    const ok = recent.length < this.limit;
    if (ok) recent.push(this.clock.now);
    this.hits.set(key, recent);
    return ok;
  }
}
const clock: Clock = { now: 0 };
const bucket = new TokenBucket(clock, 2, 1);
const windowed = new SlidingWindow(clock, 2, 1000);
for (const t of [0, 0, 0, 500, 1000, 1001, 3000, 3000, 3000]) {
  clock.now = t;
  console.log(t, bucket.take(), windowed.allow("a"), t % 1000 === 0 ? windowed.allow("b") : "-");
}
const log: string[] = [];
const debounce = (ms: number, f: (text: string) => void): ((text: string) => void) => {
  let timer: Timer | null = null;
  return (text) => {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => {
      timer = null;
      f(text);
    }, ms);
  };
};
const throttle = (ms: number, f: (text: string) => void): ((text: string) => boolean) => {
  let open = true;
  return (text) => {
    if (!open) return false;
    open = false;
    setTimeout(() => {
      open = true;
    }, ms);
    f(text);
    return true;
  };
};
const say = debounce(20, (t) => log.push(`debounced ${t}`));
const now = throttle(30, (t) => log.push(`throttled ${t}`));
for (const [i, t] of [0, 10, 25, 60, 75].entries())
  setTimeout(() => {
    say(`d${i}`);
    log.push(`${t} ${now(`t${i}`)}`);
  }, t);
setTimeout(() => log.forEach((line) => console.log(line)), 200);
