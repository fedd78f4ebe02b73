// unknown until proven: deep checks of JSON-like values into typed results.
interface Person {
  name: string;
  age: number;
  friends: string[];
}
const isRecord = (v: unknown): v is Record<string, unknown> => typeof v === "object" && v !== null && !Array.isArray(v);
const isTexts = (v: unknown): v is string[] => Array.isArray(v) && v.every((x) => typeof x === "string");
function toPerson(v: unknown): Person | string {
  if (!isRecord(v)) return "no object";
  const { name, age, friends } = v;
  if (typeof name !== "string") return "no name";
  if (typeof age !== "number" || age < 0) return "no age";
  if (friends !== undefined && friends !== null && !isTexts(friends)) return "no friends";
  return { name, age, friends: isTexts(friends) ? friends : [] };
}
const inputs = [
  '{"name":"ann","age":3}',
  '{"name":"bob","age":-1}',
  '{"age":1}',
  "[]",
  "null",
  "7",
  '{"name":"c","age":0,"friends":["x",2]}',
  '{"name":"d","age":1,"friends":["ann"],"more":true}',
];
for (const input of inputs) {
  const result = toPerson(JSON.parse(input));
  console.log(
    typeof result === "string" ? `error: ${result}` : `${result.name} ${result.age} ${result.friends.length}`,
  );
}
const count = (v: JsonValue): number => {
  if (Array.isArray(v)) return v.reduce<number>((sum, x) => sum + count(x), 1);
  if (typeof v === "object" && v !== null) return Object.values(v).reduce<number>((sum, x) => sum + count(x), 1);
  return 1;
};
console.log(count(JSON.parse('{"a":[1,2,{"b":null}],"c":"x"}')), count(JSON.parse("[]")), count(JSON.parse("0")));
