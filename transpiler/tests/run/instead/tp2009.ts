const texts = ["b", "a"];
console.log(texts.length, texts.indexOf("a"));
