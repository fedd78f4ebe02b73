// The English texts, which the build puts into the page: a line each, its id and its words. Labels and hints of settings stand in
// FORM (tables.baked.ts).
import { settingRows } from "../domain/settings/schema.ts";
import { englishTexts } from "./texts.ts";

const inForm = settingRows().flatMap(({ key }) => [key, `${key}_h`]);

export const WORDS = Object.entries(englishTexts())
  .filter(([id]) => !inForm.includes(id))
  .map((each) => each.join(" "))
  // Beside its like each takes less room.
  .sort()
  .join("\n");
