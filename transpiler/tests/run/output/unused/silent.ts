export interface Point {
  readonly x: number;
  readonly y: number;
}
export const ORIGIN_X = 0;
