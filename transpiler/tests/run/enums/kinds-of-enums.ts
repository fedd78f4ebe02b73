// Numeric, string, heterogeneous and constant enums; values counted, given and computed.
enum Direction {
  North,
  East,
  South,
  West,
}
enum Status {
  Idle = 10,
  Busy,
  Failed = -1,
  Late,
  Mask = 1 << 4,
  Both = Idle | Mask,
  Size = "abc".length,
  Next = Size + 1,
}
enum Color {
  Red = "red",
  Green = "green",
  Both = `${Red}-${Green}`,
  "light blue" = "#add8e6",
}
const enum Flag {
  None = 0,
  A = 1,
  B = 2,
  C = 4,
  All = A | B | C,
}
enum Mixed {
  No = 0,
  Yes = "yes",
  Two = 2,
}
console.log(Direction.North, Direction.East, Direction.South, Direction.West);
console.log(Status.Idle, Status.Busy, Status.Failed, Status.Late, Status.Mask, Status.Both, Status.Size, Status.Next);
console.log(Color.Red, Color.Green, Color.Both, Color["light blue"], Color["Red"]);
console.log(Flag.None, Flag.All, Flag.A | Flag.C, (Flag.All & Flag.B) !== 0);
console.log(Mixed.No, Mixed.Yes, Mixed.Two);
const opposite = (d: Direction): Direction => {
  switch (d) {
    case Direction.North:
      return Direction.South;
    case Direction.South:
      return Direction.North;
    case Direction.East:
      return Direction.West;
    default:
      return Direction.East;
  }
};
console.log(opposite(Direction.North) === Direction.South, opposite(Direction.West));
const names: Record<Color, number> = { [Color.Red]: 1, [Color.Green]: 2, [Color.Both]: 3, "#add8e6": 4 };
console.log(names[Color.Red], names.green);
const isWarm = (color: Color): boolean => color === Color.Red || color === Color.Both;
console.log(isWarm(Color.Red), isWarm(Color.Green));
let state: Status.Idle | Status.Busy = Status.Idle;
const step = (): void => {
  state = state === Status.Idle ? Status.Busy : Status.Idle;
};
step();
console.log(state);
step();
console.log(state, `${Color.Green}!`, `${Direction.West}`);
interface Event {
  kind: Direction;
  flags: Flag;
}
const events: Event[] = [
  { kind: Direction.East, flags: Flag.A | Flag.B },
  { kind: Direction.West, flags: Flag.None },
];
console.log(JSON.stringify(events), events.filter((e) => (e.flags & Flag.A) === Flag.A).length);
const counts = new Map<Direction, number>();
for (const d of [Direction.North, Direction.North, Direction.West]) counts.set(d, (counts.get(d) ?? 0) + 1);
console.log(counts.get(Direction.North), counts.get(Direction.East), counts.size);
