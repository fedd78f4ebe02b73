// What JSON.parse gives has no class and integers only; a check of its shape makes a typed value of it.
interface Config {
  name: string;
  port: number;
  tags: string[];
  debug: boolean;
}
class ConfigError extends Error {}
function readConfig(text: string): Config {
  const value = JSON.parse(text);
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new ConfigError("not an object");
  const { name, port, tags } = value;
  const debug = value.debug ?? false;
  if (typeof name !== "string") throw new ConfigError("name");
  if (typeof port !== "number" || port < 1 || port > 65535) throw new ConfigError("port");
  if (!Array.isArray(tags)) throw new ConfigError("tags");
  const texts: string[] = [];
  for (const tag of tags) if (typeof tag === "string") texts.push(tag);
  return { name, port, tags: texts, debug: debug === true };
}
const inputs = [
  '{"name":"a","port":80,"tags":["x",1,null,"y"],"debug":true}',
  '{"tags":[],"port":65535,"name":""}',
  '{"name":"a","port":0,"tags":[]}',
  '{"name":1,"port":1,"tags":[]}',
  '{"name":"a","port":1,"tags":{}}',
  "[]",
  "null",
  "3",
  "{",
];
for (const input of inputs) {
  try {
    const c = readConfig(input);
    console.log(JSON.stringify(c), c.port + 1);
  } catch (e) {
    if (e instanceof ConfigError) console.log("config:", e.message);
    else console.log((e as Error).name);
  }
}
console.log(JSON.stringify(JSON.parse('{"b":2,"a":1,"b":3,"1":0}')));
