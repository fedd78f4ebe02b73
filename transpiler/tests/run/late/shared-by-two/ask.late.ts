import { answer } from "./answer.late.ts";
import { Words } from "./words.ts";

export function ask(n: u8): string {
  return `${new Words("what is").text(n)}? ${answer(n)}`;
}
