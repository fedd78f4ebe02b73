console.log("used runs");
export interface Shape {
  sides: number;
}
export const sides = 4;
export class Base {
  name = "base";
}
