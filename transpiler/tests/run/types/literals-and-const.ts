// as const, satisfies, literal unions, readonly tuples and keyof typeof.
const LEVELS = ["debug", "info", "warn"] as const;
type Level = (typeof LEVELS)[number];
const COLOURS = { debug: 90, info: 36, warn: 33 } as const satisfies Record<Level, number>;
const paint = (level: Level, text: string): string => `<${COLOURS[level]}>${text}`;
for (const level of LEVELS) console.log(paint(level, level.toUpperCase()), LEVELS.indexOf(level));
const isLevel = (text: string): text is Level => (LEVELS as readonly string[]).includes(text);
console.log(isLevel("info"), isLevel("fatal"), LEVELS.length, LEVELS[2]);
const origin = [0, 0] as const;
const [x, y] = origin;
console.log(x + y, origin.length);
type Direction = "n" | "e" | "s" | "w";
const MOVES = { n: [0, -1], e: [1, 0], s: [0, 1], w: [-1, 0] } satisfies Record<Direction, [number, number]>;
const walk = (path: string): string => {
  let [px, py] = [0, 0];
  for (const step of path) {
    if (step !== "n" && step !== "e" && step !== "s" && step !== "w") continue;
    const [dx, dy] = MOVES[step];
    px += dx;
    py += dy;
  }
  return `${px},${py}`;
};
console.log(walk("nneess"), walk("wxw"), walk(""));
const config = { retries: 3, mode: "fast", nested: { on: true } } as const;
type Mode = typeof config.mode;
const mode: Mode = config.mode;
console.log(mode, config.retries + 1, config.nested.on);
const keys = Object.keys(COLOURS) as (keyof typeof COLOURS)[];
console.log(keys.map((k) => COLOURS[k]).join());
