// Many classes behind one interface; the call goes to the object's own method.
interface Shape {
  readonly name: string;
  area(): number;
  scale?(by: u8): void;
}
class Square implements Shape {
  readonly name = "square";
  constructor(private side: u8) {}
  area(): number {
    return this.side * this.side;
  }
  scale(by: u8): void {
    this.side = (this.side * by) & 0xff;
  }
}
class Nothing implements Shape {
  readonly name = "nothing";
  area(): number {
    return 0;
  }
}
const literal: Shape = { name: "literal", area: () => 42 };
const shapes: Shape[] = [new Square(3), new Nothing(), literal];
for (const shape of shapes) {
  shape.scale?.(2);
  console.log(shape.name, shape.area());
}
let total = 0;
for (const shape of shapes) total += shape.area();
console.log(total, shapes[0] instanceof Square, shapes[1] instanceof Square);
