// Files whose names become one on the device, and a file beside a folder of its name.
import { name as dash } from "./a-b";
import { name as inFolder } from "./a-b/c";
import { name as dot, set } from "./a.b";
import { name as low } from "./a_b";
import { name as tools } from "./tools";
import { name as inner } from "./tools/tools";
set("changed");
console.log(dash, low, dot, inFolder, tools, inner);
