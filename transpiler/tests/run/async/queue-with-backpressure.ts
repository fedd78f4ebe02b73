// A bounded queue between a producer and consumers, closed at the end.
class Channel {
  private readonly items: number[] = [];
  private readonly takers: ((item: number | null) => void)[] = [];
  private readonly putters: (() => void)[] = [];
  private closed = false;
  constructor(private readonly limit: number) {}
  async put(item: number): Promise<void> {
    const taker = this.takers.shift();
    if (taker) return taker(item);
    while (this.items.length >= this.limit) await new Promise<void>((resolve) => void this.putters.push(resolve));
    this.items.push(item);
  }
  take(): Promise<number | null> {
    const item = this.items.shift();
    this.putters.shift()?.();
    if (item !== undefined) return Promise.resolve(item);
    if (this.closed) return Promise.resolve(null);
    return new Promise((resolve) => {
      this.takers.push(resolve);
    });
  }
  close(): void {
    this.closed = true;
    for (const taker of this.takers.splice(0, this.takers.length)) taker(null);
  }
}
const log: string[] = [];
const channel = new Channel(2);
const produce = async (): Promise<void> => {
  for (let i = 1; i <= 5; i++) {
    await channel.put(i);
    log.push(`put ${i}`);
  }
  channel.close();
};
const consume = async (name: string, ms: number): Promise<number> => {
  let sum = 0;
  for (;;) {
    const item = await channel.take();
    if (item === null) return sum;
    log.push(`${name} ${item}`);
    sum = (sum + item) & 0xffff;
    await new Promise<void>((resolve) => setTimeout(resolve, ms));
  }
};
const [, a, b] = await Promise.all([produce().then(() => 0), consume("a", 10), consume("b", 25)]);
console.log(a + b, log.length);
for (const line of log) console.log(line);
export {};
