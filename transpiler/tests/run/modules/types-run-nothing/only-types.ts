console.log("never runs");
export interface Shape {
  sides: number;
}
export class AsType {
  text = "only its type is used";
}
