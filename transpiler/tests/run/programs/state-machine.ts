// A connection as a state machine driven by events and time, with back-off.
type State = "down" | "connecting" | "up" | "waiting";
interface Action {
  name: string;
  at: number;
}
class Connection {
  state: State = "down";
  private deadline = 0;
  private backOff: int<1, 60> = 1;
  readonly actions: Action[] = [];
  event(name: "start" | "connected" | "lost" | "tick", now: number): void {
    switch (this.state) {
      case "down":
        if (name === "start") this.connect(now);
        break;
      case "connecting":
        if (name === "connected") {
          this.enter("up", now);
          this.backOff = 1;
        } else if (name === "lost" || now >= this.deadline) this.wait(now);
        break;
      case "up":
        if (name === "lost") this.wait(now);
        break;
      case "waiting":
        if (now >= this.deadline) this.connect(now);
        break;
    }
  }
  private connect(now: number): void {
    this.deadline = now + 5;
    this.enter("connecting", now);
  }
  private wait(now: number): void {
    this.deadline = now + this.backOff;
    this.backOff = Math.min(this.backOff * 2, 60);
    this.enter("waiting", now);
  }
  private enter(state: State, now: number): void {
    this.state = state;
    this.actions.push({ name: state, at: now });
  }
}
const c = new Connection();
c.event("lost", 0);
c.event("start", 1);
for (let now = 2; now < 40; now++) c.event(now === 30 ? "connected" : now === 35 ? "lost" : "tick", now);
for (const { name, at } of c.actions) console.log(at, name);
console.log(c.state, c.actions.length);
