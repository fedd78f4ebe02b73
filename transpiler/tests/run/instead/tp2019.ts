const texts: string[] = ["a"];
const wider: (string | null)[] = [...texts];
wider.push(null);
console.log(texts.length, wider.length);
