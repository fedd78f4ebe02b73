export * as parts from "./parts";
export { default } from "./parts";
export { Part as Piece, change as alter, default as text } from "./parts";
export type { Shape } from "./parts";
