// Numeric enums: automatic and given values, reverse names, arithmetic, comparison, as keys and in switches.
enum Level {
  Debug,
  Info,
  Warn = 10,
  Error,
}
enum Direction {
  Up = 1,
  Right,
  Down,
  Left,
}
console.log(
  Level.Debug,
  Level.Info,
  Level.Warn,
  Level.Error,
  Level[0],
  Level[10],
  Level[Level.Error],
  Level[5] ?? "no name",
);
const name = (l: Level): string => {
  switch (l) {
    case Level.Debug:
    case Level.Info:
      return "quiet";
    case Level.Warn:
      return "warning";
    default:
      return Level[l].toUpperCase();
  }
};
console.log([Level.Debug, Level.Info, Level.Warn, Level.Error].map(name).join());
const turn = (d: Direction): Direction => (d === Direction.Left ? Direction.Up : d + 1);
let d = Direction.Down;
const path: string[] = [];
for (let i = 0; i < 4; i++) {
  path.push(Direction[d]);
  d = turn(d);
}
console.log(
  path.join(">"),
  Level.Warn > Level.Info,
  Direction.Up + Direction.Left,
  `${Level.Warn}`,
  JSON.stringify({ level: Level.Error }),
);
const counts = new Map<Level, number>();
for (const l of [Level.Info, Level.Warn, Level.Info]) counts.set(l, (counts.get(l) ?? 0) + 1);
console.log([...counts].map(([l, n]) => `${Level[l]}=${n}`).join(), Level["Warn"]);
