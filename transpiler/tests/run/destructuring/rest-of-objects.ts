// What rest keeps: the other keys, in their order, as a copy.
const config = { host: "h", port: 1, tls: true, tags: ["a"] };
const { host, ...others } = config;
console.log(host, JSON.stringify(others), others.tags === config.tags);
others.port = 2;
others.tags.push("b");
console.log(config.port, config.tags.join());
const { port, tls, ...last } = others;
console.log(port, tls, JSON.stringify(last));
const without = (record: Record<string, number>, key: string): Record<string, number> => {
  const { [key]: _, ...kept } = record;
  return kept;
};
console.log(JSON.stringify(without({ a: 1, b: 2, c: 3 }, "b")), JSON.stringify(without({ a: 1 }, "z")));
function log({ level = "info", ...fields }: { level?: string; [key: string]: string | undefined }): string {
  return `${level}: ${Object.keys(fields)
    .map((k) => `${k}=${fields[k] ?? ""}`)
    .join(" ")}`;
}
console.log(log({ level: "warn", at: "now", by: "me" }), log({ only: "one" }), log({}));
const { ...copy } = config;
console.log(JSON.stringify(copy), copy !== config);
