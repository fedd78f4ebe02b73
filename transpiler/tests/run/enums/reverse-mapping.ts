// A numeric enum also maps back: E[E.A] is the name.
enum Level {
  Debug = 1,
  Info,
  Warn = 10,
  Error = -3,
  Alias = 2,
}
console.log(Level[Level.Debug], Level[1], Level[2], Level[10], Level[-3], Level["Warn"]);
const nameOf = (level: number): string => Level[level]; //! stops
for (const level of [Level.Debug, Level.Info, Level.Warn, Level.Error, Level.Alias]) console.log(level, nameOf(level));
const parse = (name: keyof typeof Level): Level => Level[name];
console.log(parse("Info"), parse("Error"), Level[parse("Warn")]);
const key: "Debug" | "Info" = "Debug";
console.log(Level[key]);
enum Small {
  A,
  B,
}
let at = Small.A;
const turn = (): string => {
  at = at === Small.A ? Small.B : Small.A;
  return Small[at];
};
console.log(turn(), turn(), turn());
const unknownLevel = (n: number): string | undefined => Level[n];
console.log(unknownLevel(1), unknownLevel(77) ?? "no such level", unknownLevel(77) === undefined);
console.log(Level[99]);
const missing = nameOf(98);
console.log(missing);
