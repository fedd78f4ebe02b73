// sort() without a comparator compares texts: of numbers too.
console.log([10, 9, 1, 100, -1, -10, 2].sort().join());
console.log(["b", "a", "B", "A", "é", "ä", "", "aa"].sort().join("|"));
const letters = ["z", "😀", "\uffee", "a"].sort();
console.log(letters.indexOf("😀"), letters.indexOf("\uffee"));
