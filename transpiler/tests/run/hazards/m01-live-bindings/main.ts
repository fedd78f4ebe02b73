// An imported variable is the exporter's: its changes are seen, also through a re-export and in closures.
import { level, name, raise, rename } from "./state.ts";
import * as state from "./state.ts";
import { current, read } from "./view.ts";
const early = level;
const later = (): string => `${level} ${name}`;
console.log(level, later(), read(), current);
raise(5);
rename("raised");
console.log(early, level, later(), read(), current, state.level, state.alias);
console.log(raise(2), level + raise(1) + level, state.history.join());
