import { parse } from "../json.ts";

export function total(xs: number[]): string {
  let sum = 0;
  for (const x of xs) sum += x;
  return parse(`sum=${sum}`);
}
