// Settings from JSON: values narrowed one by one, defaults, optional keys, a Map of what was seen, JSON back again.

interface Settings {
  readonly name: string;
  readonly retries: number;
  readonly hosts: readonly string[];
  readonly pin?: string;
}

const DEFAULTS: Settings = { name: "gateway", retries: 3, hosts: [] };

function read(source: string): Settings {
  const value: JsonValue = JSON.parse(source);
  if (value === null || typeof value !== "object" || Array.isArray(value)) return DEFAULTS;
  const { name = "", retries = -1, hosts = [] } = value;
  const texts: string[] = [];
  if (Array.isArray(hosts)) for (const host of hosts) if (typeof host === "string") texts.push(host);
  return {
    name: typeof name === "string" && name !== "" ? name : DEFAULTS.name,
    retries: typeof retries === "number" && retries >= 0 ? Math.max(0, Math.min(retries, 9)) : DEFAULTS.retries,
    hosts: texts,
  };
}

const seen = new Map<string, number>();

for (const source of ['{"name":"north","retries":12}', '{"hosts":["a","b",3]}', '{"name":""}', "[1]"]) {
  const { name, retries, ...rest } = read(source);
  seen.set(name, ((seen.get(name) ?? 0) + retries) & 0xff);
  console.log(name, retries, rest.hosts.join("+"), JSON.stringify({ name, hosts: rest.hosts }));
}
for (const [name, total] of seen) console.log(`${name}: ${total}`);
