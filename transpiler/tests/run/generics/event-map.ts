//! refuse TP4001
// Events by name with a payload type each, from one interface that maps names to payloads.
interface Events {
  message: { from: string; text: string };
  count: number;
  closed: null;
}
type Listener<T> = (payload: T) => void;
class Emitter<M> {
  private readonly listeners: { [K in keyof M]?: Listener<M[K]>[] } = {};
  on<K extends keyof M>(name: K, listener: Listener<M[K]>): () => void {
    const list = (this.listeners[name] ??= []);
    list.push(listener);
    return () => {
      const at = list.indexOf(listener);
      if (at >= 0) list.splice(at, 1);
    };
  }
  emit<K extends keyof M>(name: K, payload: M[K]): number {
    const list = this.listeners[name] ?? [];
    for (const listener of [...list]) listener(payload);
    return list.length;
  }
}
const events = new Emitter<Events>();
const off = events.on("message", ({ from, text }) => console.log(from, "says", text));
events.on("count", (n) => console.log("count", n + 1));
events.on("count", (n) => console.log("again", n * 2));
console.log(events.emit("message", { from: "ann", text: "hi" }), events.emit("count", 20), events.emit("closed", null));
off();
off();
console.log(events.emit("message", { from: "bob", text: "lost" }));
