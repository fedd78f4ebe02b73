export { shared } from "./shared.ts";
export const LIMIT = 3;

export class Part {
  constructor(readonly size: u8) {}
}

export function make(size: u8): Part {
  return new Part(size);
}
