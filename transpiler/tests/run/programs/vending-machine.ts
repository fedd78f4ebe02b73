// A state machine with a table of transitions, coins and change, and a log of all that happened.
type State = "idle" | "paying" | "vending" | "broken";
type Event =
  | { type: "coin"; value: 5 | 10 | 20 | 50 }
  | { type: "select"; slot: string }
  | { type: "cancel" }
  | { type: "kick" }
  | { type: "repair" };
interface Slot {
  price: number;
  left: number;
}
class Machine {
  private state: State = "idle";
  private credit = 0;
  readonly log: string[] = [];
  private readonly slots: Record<string, Slot | undefined> = { A1: { price: 30, left: 1 }, B2: { price: 55, left: 9 } };
  private readonly handlers: { readonly [S in State]: (event: Event) => State } = {
    idle: (e) => (e.type === "coin" ? this.pay(e.value) : e.type === "kick" ? "broken" : "idle"),
    paying: (e) => {
      switch (e.type) {
        case "coin":
          return this.pay(e.value);
        case "select":
          return this.vend(e.slot);
        case "cancel":
          return this.refund();
        default:
          return e.type === "kick" ? "broken" : this.state;
      }
    },
    vending: () => "idle",
    broken: (e) => (e.type === "repair" ? this.refund() : "broken"),
  };
  send(event: Event): this {
    const before = this.state;
    this.state = this.handlers[this.state](event);
    this.log.push(`${event.type}: ${before === this.state ? "=" : `${before}→`}${this.state}`);
    return this;
  }
  private pay(value: number): State {
    this.credit = Math.min(this.credit + value, 1000);
    return "paying";
  }
  private vend(name: string): State {
    const slot = this.slots[name];
    if (!slot || slot.left === 0 || slot.price > this.credit) return "paying";
    slot.left--;
    this.credit -= slot.price;
    this.log.push(`drop ${name}`);
    return this.refund();
  }
  private refund(): State {
    const coins: number[] = [];
    for (const coin of [50, 20, 10, 5])
      while (this.credit >= coin) {
        coins.push(coin);
        this.credit -= coin;
      }
    if (coins.length > 0) this.log.push(`change ${coins.join("+")}`);
    return "idle";
  }
}
const m = new Machine();
m.send({ type: "select", slot: "A1" })
  .send({ type: "coin", value: 20 })
  .send({ type: "select", slot: "A1" })
  .send({ type: "coin", value: 50 })
  .send({ type: "select", slot: "A1" });
m.send({ type: "coin", value: 50 })
  .send({ type: "select", slot: "A1" })
  .send({ type: "select", slot: "Z9" })
  .send({ type: "kick" })
  .send({ type: "coin", value: 5 })
  .send({ type: "repair" })
  .send({ type: "cancel" });
for (const line of m.log) console.log(line);
