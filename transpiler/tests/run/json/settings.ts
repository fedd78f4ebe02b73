// A settings file: read with checks, defaults for what is absent, a sentence for what is wrong.
interface Settings {
  host: string;
  port: number;
  topics: string[];
  tls: boolean;
}
function read(text: string): Settings | string {
  let value: JsonValue;
  try {
    value = JSON.parse(text);
  } catch {
    return "not JSON";
  }
  if (value === null || typeof value !== "object" || Array.isArray(value)) return "not an object";
  const settings: Settings = { host: "localhost", port: 1883, topics: [], tls: false };
  const host = value.host ?? false;
  const port = value.port ?? false;
  const topics = value.topics ?? false;
  const tls = value.tls ?? false;
  if (typeof host === "string") settings.host = host;
  else if (host !== false) return "host is not a text";
  if (typeof port === "number" && port > 0 && port < 65536) settings.port = port;
  else if (port !== false) return "port is not a port";
  if (Array.isArray(topics)) for (const t of topics) if (typeof t === "string") settings.topics.push(t);
  settings.tls = tls === true;
  return settings;
}
const texts = [
  '{"host":"broker","port":8883,"tls":true}',
  "{}",
  "[]",
  "{",
  '{"port":0}',
  '{"host":5}',
  '{"topics":["a",1,"b"],"more":null}',
  "null",
];
for (const text of texts) {
  const settings = read(text);
  console.log(typeof settings === "string" ? settings : JSON.stringify(settings));
}
