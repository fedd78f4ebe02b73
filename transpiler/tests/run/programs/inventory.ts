// Stock with batches, first in first out, reservations, reorder levels, and a report.
interface Batch {
  readonly received: number;
  count: number;
  readonly unitCents: number;
}
class Stock {
  private readonly batches: Batch[] = [];
  private reserved = 0;
  constructor(
    readonly name: string,
    private readonly reorderAt = 5,
  ) {}
  get onHand(): number {
    return this.batches.reduce((sum, { count }) => sum + count, 0);
  }
  get available(): number {
    return this.onHand - this.reserved;
  }
  get needsOrder(): boolean {
    return this.available < this.reorderAt;
  }
  receive(received: number, count: number, unitCents: number): this {
    this.batches.push({ received, count: Math.min(count, 10000), unitCents });
    return this;
  }
  reserve(count: number): boolean {
    if (count > this.available) return false;
    this.reserved = Math.min(this.reserved + count, 1000000);
    return true;
  }
  ship(count: number): string {
    const parts: string[] = [];
    let left = Math.min(count, this.onHand);
    this.reserved = Math.max(0, this.reserved - left);
    while (left > 0 && this.batches.length > 0) {
      const [batch] = this.batches;
      const taken = Math.min(batch.count, left);
      batch.count -= taken;
      left -= taken;
      parts.push(`${taken}@${batch.unitCents}`);
      if (batch.count === 0) this.batches.shift();
    }
    return parts.join("+") || "nothing";
  }
}
const warehouse: Record<string, Stock> = {};
const stock = (name: string, reorderAt?: number): Stock =>
  (warehouse[name] = warehouse[name] ?? new Stock(name, reorderAt));
stock("bolt", 20).receive(1, 10, 5).receive(2, 20, 6);
stock("nut").receive(1, 3, 2);
console.log(
  stock("bolt").onHand,
  stock("bolt").reserve(12),
  stock("bolt").available,
  stock("bolt").reserve(19),
  stock("nut").needsOrder,
);
console.log(stock("bolt").ship(12), stock("bolt").onHand, stock("bolt").available, stock("bolt").needsOrder);
console.log(stock("bolt").ship(100), stock("bolt").ship(1), stock("gear").ship(1), stock("gear").available);
stock("nut").receive(3, 1, 9);
for (const item of Object.values(warehouse).sort((a, b) => (a.name < b.name ? 1 : -1)))
  console.log(item.name.padEnd(5), `${item.onHand}`.padStart(3), item.needsOrder ? "order!" : "ok");
console.log(stock("nut").ship(4));
