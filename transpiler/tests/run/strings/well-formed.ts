// Texts are well-formed on both sides; console.info and console.debug print as console.log does.
console.info("a".isWellFormed(), "😀é".isWellFormed(), "".isWellFormed());
console.debug("%s is %d", "x", 5, true, null);
console.info();
console.debug(undefined, -7, "50%");
