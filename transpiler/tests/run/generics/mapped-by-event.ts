// Maps from events to listeners: mapped types over the names, read and written by a key that is a type parameter.
interface Events {
  message: [from: string, text: string];
  tick: [count: number];
  close: [];
}
type Handlers = { [K in keyof Events]: ((...args: Events[K]) => void)[] };
class Bus {
  private readonly handlers: Handlers = { message: [], tick: [], close: [] };
  on<K extends keyof Events>(name: K, handler: (...args: Events[K]) => void): () => void {
    const list = this.handlers[name];
    list.push(handler);
    return () => {
      list.splice(list.indexOf(handler), 1);
    };
  }
  emit<K extends keyof Events>(name: K, ...args: Events[K]): number {
    for (const handler of [...this.handlers[name]]) handler(...args);
    return this.handlers[name].length;
  }
}
const bus = new Bus();
bus.on("message", (from, text) => console.log(from, text));
const off = bus.on("tick", (n) => console.log(n & 7));
bus.on("close", () => console.log("closed"));
console.log(bus.emit("message", "a", "b"), bus.emit("tick", 9), bus.emit("close"));
off();
console.log(bus.emit("tick", 1));
interface Payloads {
  login: { user: string };
  logout: { at: number };
}
type Listeners = { [K in keyof Payloads]?: (payload: Payloads[K]) => string };
const listeners: Listeners = { login: (p) => p.user };
const fire = <K extends keyof Payloads>(k: K, p: Payloads[K]): string => listeners[k]?.(p) ?? "none";
console.log(fire("login", { user: "u" }), fire("logout", { at: 1 }));
export {};
