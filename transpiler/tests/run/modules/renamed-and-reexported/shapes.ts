export interface Named {
  readonly name: string;
}
export class Shape implements Named {
  static made = 0;
  constructor(
    readonly name: string,
    readonly corners: number,
  ) {
    Shape.made += 1;
  }
  describe(): string {
    return `${this.name} with ${this.corners} corners`;
  }
}
export function make(name: string, corners: number): Shape {
  return new Shape(name, corners);
}
