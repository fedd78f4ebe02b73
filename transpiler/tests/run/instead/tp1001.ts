const words = "one two".split(" ");
for (const word of words) console.log(word);
