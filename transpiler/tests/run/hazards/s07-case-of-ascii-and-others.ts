// Upper and lower case: ASCII is exact on both sides; other alphabets stop on the device rather than differ.
const show = (t: string): string => `${t.toUpperCase()} ${t.toLowerCase()}`; //! stops
for (const t of ["", "abc", "ABC", "MiXeD 123", "at+CMGF=1", "[x_Y]~^@"])
  console.log(show(t), t.toUpperCase() === t, t.toLowerCase() === t);
const title = (t: string): string =>
  t
    .split(" ")
    .map((w) => w.charAt(0).toUpperCase() + w.slice(1).toLowerCase())
    .join(" ");
console.log(title("hELLO wORLD"), title(""), title("a b"));
console.log(["b", "A", "c"].sort((x, y) => (x.toLowerCase() < y.toLowerCase() ? -1 : 1)).join(""));
console.log(show("é"));
