// Types computed from types cost nothing at run time: the values behave as ever.
interface Settings {
  host: string;
  port: number;
  secure: boolean;
}
type Flags<T> = { [K in keyof T]: boolean };
type Nullable<T> = { [K in keyof T]: T[K] | null };
type ElementOf<T> = T extends readonly (infer U)[] ? U : T;
type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Changed = Partial<Settings>;
const defaults: Readonly<Settings> = { host: "localhost", port: 1883, secure: false };
const apply = (change: Changed): Settings => ({ ...defaults, ...change });
console.log(JSON.stringify(apply({ port: 8883 })), JSON.stringify(apply({})), defaults.port);
const touched: Flags<Settings> = { host: false, port: true, secure: false };
const empty: Nullable<Pick<Settings, "host" | "port">> = { host: null, port: null };
console.log(touched.port, empty.host, JSON.stringify(empty));
const draft: Mutable<Readonly<Settings>> = { ...defaults };
draft.host = "pico";
console.log(draft.host, defaults.host);
const seven: ElementOf<number[]> = 7;
const text: ElementOf<"not an array"> = "not an array";
console.log(seven + 1, text);
type Method = (typeof methods)[number];
const methods = ["get", "put"] as const;
const isMethod = (text: string): text is Method => methods.some((m) => m === text);
console.log(isMethod("get"), isMethod("post"));
type Getter<K extends string> = `get${Capitalize<K>}`;
const getters: Record<Getter<"host" | "port">, () => string> = {
  getHost: () => defaults.host,
  getPort: () => `${defaults.port}`,
};
console.log(getters.getHost(), getters.getPort());
const required: Required<Changed> = { host: "h", port: 1, secure: true };
const noPort: Omit<Settings, "port"> = { host: "n", secure: true };
console.log(required.port, Object.keys(noPort).join());
