export * from "./parts";
export const one = "own one wins";
export const two = 2;
