import { level } from "./state.ts";
export { level as current } from "./state.ts";
export const read = (): string => `read ${level}`;
