// What main.ts imports: constants, a variable that changes, functions.
export const f = Math.fround;
export const HALF: float = 0.5;
export const TENTH = f(0.1);
export const PI = f(Math.PI);
export let changing: float = 1;
export const bump = (): void => {
  changing = f(changing + TENTH);
};
export interface P {
  x: float;
}
export default function twice(x: float): float {
  return f(x * 2);
}
