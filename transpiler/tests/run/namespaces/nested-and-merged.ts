// Namespaces: exported and private members, nesting, merging, aliases.
namespace Geometry {
  const scale = 10;
  let made = 0;
  export interface Point {
    x: number;
    y: number;
  }
  export const origin: Point = { x: 0, y: 0 };
  export function point(x: number, y: number): Point {
    made++;
    return { x: x * scale, y: y * scale };
  }
  export const count = (): number => made;
  export namespace Text {
    export const show = ({ x, y }: Point): string => `(${x}, ${y})`;
    export class Printer {
      lines: string[] = [];
      print(p: Point): this {
        this.lines.push(show(p));
        return this;
      }
    }
  }
}
namespace Geometry {
  export function distance(a: Point, b: Point): number {
    return Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
  }
}
import Text = Geometry.Text;
const p = Geometry.point(1, 2);
console.log(Text.show(p), Geometry.distance(p, Geometry.origin), Geometry.count(), Geometry.Text.show(Geometry.origin));
console.log(new Text.Printer().print(p).print({ x: 5, y: 6 }).lines.join(" "));
Geometry.origin.x = 3;
console.log(Geometry.distance(p, Geometry.origin));
export {};
