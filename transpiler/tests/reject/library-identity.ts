// Which function of the library a value is: each place that names one has an arrow of its own.
type Listener = (text: string) => void;
const listeners: Listener[] = [console.log];
const off = (listener: Listener): number => listeners.indexOf(listener); //! TP4001: one of the library
console.log(off(console.log));
const nameOf = (f: (a: number, b: number) => number): string => (f === Math.max ? "max" : "other"); //! TP4001
console.log(nameOf(Math.max));
const known = new Set<Listener>();
known.add(console.log); //! TP4001: one of the library
console.log(known.has(console.log)); //! TP4001: one of the library
const handlers = new Map<string, Listener>([["log", console.log]]);
handlers.get("log")?.("through a map");
