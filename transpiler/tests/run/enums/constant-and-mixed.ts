// const enums, enums with texts and numbers, negative and computed members, enums inside of functions and unions.
const enum Unit {
  Second = 1,
  Minute = 60 * Second,
  Hour = 60 * Minute,
  Day = 24 * Hour,
}
enum Mixed {
  No,
  Yes = "YES",
  Below = -5,
  Next,
  Size = "abc".length,
}
console.log(Unit.Minute, Unit.Hour, Unit.Day, Unit.Day * 365, Math.floor(100000 / Unit.Hour));
console.log(Mixed.No, Mixed.Yes, Mixed.Below, Mixed.Next, Mixed.Size, Mixed[-5], Mixed[0]);
const split = (seconds: number): string => {
  const parts: string[] = [];
  let left = seconds;
  for (const [unit, name] of [
    [Unit.Day, "d"],
    [Unit.Hour, "h"],
    [Unit.Minute, "m"],
    [Unit.Second, "s"],
  ] as [Unit, string][]) {
    const n = Math.floor(left / unit);
    left %= unit;
    if (n > 0) parts.push(`${n}${name}`);
  }
  return parts.join(" ") || "0s";
};
console.log(split(0), split(59), split(3661), split(Unit.Day * 2 + 5));
function inner(on: boolean): string {
  enum Local {
    Off = "off",
    On = "on",
  }
  const value: Local = on ? Local.On : Local.Off;
  return value;
}
console.log(inner(true), inner(false));
type Event = { type: Kind.Key; code: number } | { type: Kind.Click; x: number; y: number };
enum Kind {
  Key,
  Click,
}
const describe = (e: Event): string => (e.type === Kind.Key ? `key ${e.code}` : `click ${e.x},${e.y}`);
console.log(describe({ type: Kind.Key, code: 13 }), describe({ type: Kind.Click, x: 1, y: -1 }));
