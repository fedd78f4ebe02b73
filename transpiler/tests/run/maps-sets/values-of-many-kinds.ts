// Values that are records, arrays, functions and undefined.
interface Session {
  user: string;
  hits: number;
}
const sessions = new Map<string, Session>();
const open = (id: string, user: string): Session => {
  const session = { user, hits: 0 };
  sessions.set(id, session);
  return session;
};
const first = open("s1", "amy");
open("s2", "bob");
first.hits += 2;
for (const session of sessions.values()) session.hits += 1;
console.log(sessions.get("s1")?.hits, sessions.get("s2")?.hits, sessions.get("s3")?.hits, sessions.get("s1") === first);
const handlers = new Map<string, (n: i16) => number>([
  ["double", (n) => n * 2],
  ["negate", (n) => 0 - n],
]);
for (const [name, f] of handlers) console.log(name, f(21));
console.log(handlers.get("missing")?.(1) ?? "no handler");
const nested = new Map<string, Map<string, number>>([["x", new Map([["y", 7]])]]);
console.log(nested.get("x")?.get("y"), nested.get("x")?.get("z"), nested.get("q")?.get("y"));
