// What programs do with their options: defaults, nested parts, what is left over.
interface Options {
  readonly host: string;
  readonly port?: number;
  readonly retry?: { readonly times?: number; readonly waits?: readonly number[] };
  readonly tags?: readonly string[];
}

function describe(options: Options): string {
  const { host, port = 1883, retry: { times = 3, waits: [first = 100, ...later] = [] } = {}, tags = [] } = options;
  return `${host}:${port} ${times}x after ${first}+${later.length} [${tags.join()}]`;
}
console.log(describe({ host: "a" }));
console.log(describe({ host: "b", port: 80, retry: { waits: [5, 6, 7] }, tags: ["t"] }));
console.log(describe({ host: "c", retry: { times: 0 } }));

function without({ host, ...others }: Options): string {
  return `${host} ${JSON.stringify(others)}`;
}
console.log(without({ host: "d", tags: ["x"], port: 5 }));

let host = "unset";
let port: number | undefined;
({ host, port = 7 } = { host: "given" } as Options);
console.log(host, port);

const parts: { left: string[]; right: string[] } = { left: [], right: [] };
[parts.left, parts.right] = [parts.right, parts.left];
({
  left: parts.right[0] = "filled",
  right: [, parts.left[0] = "other"],
} = { left: undefined, right: ["r"] } as {
  left?: string;
  right: string[];
});
console.log(JSON.stringify(parts));

const { host: renamed, ...rest } = { host: "h", a: 1, b: { c: [2] } };
console.log(renamed, JSON.stringify(rest));
