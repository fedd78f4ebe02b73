// The English texts, which the build puts into the page.
import { englishTexts } from "./texts.ts";

export const ENGLISH = englishTexts();
