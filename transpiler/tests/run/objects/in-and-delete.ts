// in and delete: own keys, keys of classes, keys of dictionaries, names that every object has.
interface Circle {
  kind?: string;
  radius: number;
}
interface Square {
  side: number;
}
const area = (shape: Circle | Square): number =>
  ("radius" in shape ? shape.radius * 3 : shape.side * shape.side) & 0xff;
console.log(area({ radius: 2 }), area({ side: 3 }));
const has = (shape: Circle): boolean => "kind" in shape;
const c: Circle = { radius: 1 };
console.log(has(c));
c.kind = "round";
console.log(has(c), delete c.kind, has(c), c.kind);
class Bird {
  wings = 2;
  fly(): string {
    return "flies";
  }
}
class Fish {
  swim(): string {
    return "swims";
  }
  get depth(): number {
    return 10;
  }
}
class Jumper extends Fish {
  fly(): string {
    return "jumps";
  }
}
const move = (animal: Bird | Fish): string => ("swim" in animal ? animal.swim() : animal.fly());
console.log(move(new Bird()), move(new Fish()), move(new Jumper()));
const look = (animal: Bird | Fish): string => `${"fly" in animal} ${"wings" in animal} ${"depth" in animal}`;
console.log(look(new Bird()), look(new Fish()), look(new Jumper()));
const counts: Record<string, number> = { a: 1 };
const keys = ["a", "b", "toString", "constructor", "hasOwnProperty"];
console.log(keys.map((key) => `${key in counts}`).join(), keys.map((key) => `${Object.hasOwn(counts, key)}`).join());
counts["toString"] = 5;
console.log("toString" in counts, counts["toString"], delete counts["toString"], "toString" in counts);
const lookup = (key: string): number => counts[key] ?? 0; //! stops
console.log(lookup("a"), lookup("b"));
delete counts["a"];
console.log(lookup("a"), Object.keys(counts).length);
console.log(lookup("valueOf"));
