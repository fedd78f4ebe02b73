// Modules whose file names mean something else to Python, or become the same name there.
import { count } from "./1st.ts";
import { key } from "./class.ts";
import { helper } from "./_ts.ts";
import { one } from "./lambda/import.ts";
import { inner } from "./shadow/inner.ts";
import { outer } from "./shadow.ts";
import { dashed } from "./x-y.ts";
import { underlined } from "./x_y.ts";
console.log(count(1), key(1), helper(1), one(1), outer(1), inner(1), dashed(1), underlined(1));
