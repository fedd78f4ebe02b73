// An event emitter: once, priorities, wildcards, removal while emitting, errors of listeners.
type Listener = (name: string, ...args: (string | number)[]) => void;
interface Subscription {
  readonly listener: Listener;
  readonly priority: number;
  readonly once: boolean;
}
class Emitter {
  private readonly byName: Map<string, Subscription[]> = new Map();
  readonly errors: string[] = [];
  on(
    name: string,
    listener: Listener,
    { priority = 0, once = false }: { priority?: number; once?: boolean } = {},
  ): () => boolean {
    const list = this.byName.get(name) ?? [];
    const subscription: Subscription = { listener, priority, once };
    list.push(subscription);
    list.sort((a, b) => b.priority - a.priority);
    this.byName.set(name, list);
    return () => this.remove(name, subscription);
  }
  once(name: string, listener: Listener): void {
    this.on(name, listener, { once: true });
  }
  emit(name: string, ...args: (string | number)[]): number {
    let called = 0;
    for (const key of [name, "*"]) {
      for (const subscription of [...(this.byName.get(key) ?? [])]) {
        if (subscription.once) this.remove(key, subscription);
        try {
          subscription.listener(name, ...args);
          called++;
        } catch (e) {
          this.errors.push(`${name}: ${e instanceof Error ? e.message : "?"}`);
        }
      }
    }
    return called;
  }
  private remove(name: string, subscription: Subscription): boolean {
    const list = this.byName.get(name);
    const at = list?.indexOf(subscription) ?? -1;
    if (!list || at < 0) return false;
    list.splice(at, 1);
    if (list.length === 0) this.byName.delete(name);
    return true;
  }
  get names(): string {
    return [...this.byName.keys()].sort().join();
  }
}
const e = new Emitter();
const log: string[] = [];
const off = e.on("a", (name, x = "-") => log.push(`low ${name} ${x}`), { priority: -1 });
e.on("a", (_, x = "nothing", ...more) => log.push(`high ${x} +${more.length}`), { priority: 5 });
e.once("a", () => log.push("once"));
e.on("*", (name) => log.push(`any ${name}`));
e.on("bad", () => {
  throw new RangeError("listener failed");
});
e.on("self", () => {
  log.push("self", `${e.emit("a", 0)}`);
});
const stop = e.on("stop", () => log.push(`stopped ${stop()} ${stop()}`));
console.log(e.emit("a", 1, 2, 3), e.emit("a"), off(), off(), e.emit("a", "z"));
console.log(e.emit("bad"), e.emit("self"), e.emit("stop"), e.emit("stop"), e.emit("unknown"));
for (const line of log) console.log(line);
console.log(e.errors.join(), e.names);
