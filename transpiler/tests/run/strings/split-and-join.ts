// split keeps empty parts; with an empty separator it gives units; join puts them together again.
console.log("a,b,c".split(",").length, "a,,c".split(",").join("|"), ",a,".split(",").join("|"));
console.log("".split(",").length, "abc".split(",").length, "aXXbXXXc".split("XX").join("|"));
console.log("abc".split("").join("-"), "".split("").length, "é€".split("").join());
const lines = "first\r\nsecond\r\n\r\nlast".split("\r\n");
for (const line of lines) console.log(line.length, line);
console.log("1 2  3".split(" ").length, "k=v=w".split("=").join("/"), "😀-😁".split("-").join(" "));
console.log(["x"].join(), "".split("").join() === "", ["", ""].join(), [1, 20, 3].join(""), [true, false].join(" "));
const back = "path/to/file".split("/");
back.reverse();
console.log(back.join("\\"));
