// Handlers that remove themselves while the list is being called.
type Handler = (event: string) => void;
class Emitter {
  private handlers: Handler[] = [];
  on(handler: Handler): () => void {
    this.handlers.push(handler);
    return () => {
      this.handlers = this.handlers.filter((h) => h !== handler);
    };
  }
  emit(event: string): number {
    for (const handler of this.handlers) handler(event);
    return this.handlers.length;
  }
}
const emitter = new Emitter();
const log: string[] = [];
const offFirst = emitter.on((e) => log.push(`first ${e}`));
const offSecond = emitter.on((e) => {
  log.push(`second ${e}`);
  if (e === "b") offSecond();
});
emitter.on((e) => {
  if (e === "c") offFirst();
});
for (const event of ["a", "b", "c", "d"]) console.log(event, emitter.emit(event));
console.log(log.join(", "));
