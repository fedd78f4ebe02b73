// export default of everything that can be exported, with and without a name.
import Unnamed from "./anonymous-class";
import double from "./anonymous-function";
import arrow from "./arrow";
import Counter from "./class";
import limit from "./constant";
import value, { calls } from "./expression";
import hello, { again } from "./function";
import size, { table } from "./name";
import settings from "./record";
import { default as renamed } from "./record";
console.log(hello("you"), again("me"), double(21), arrow(7));
const c = new Counter();
console.log(c.next(), c.next(), Counter.made, new Unnamed().text, value, calls, limit);
table.set("b", 2);
console.log(size(), settings.name, settings.limits.join(), renamed === settings);
