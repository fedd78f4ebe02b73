console.log("parts runs");
export const one = 1;
export let changing = "first";
export function change(to: string): void {
  changing = to;
}
export class Part {
  constructor(readonly name: string) {}
}
const hidden = "hidden";
export { hidden as shown, hidden as "strange name" };
export interface Shape {
  sides: number;
}
export type Name = string;
export default "the default of parts";
