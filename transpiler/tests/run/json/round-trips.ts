// What is written is read again as the same.
const texts = [
  "[]",
  "{}",
  '{"a":{"b":{"c":[1,2,3]}}}',
  '["\\"","\\\\","\\n","é","😀"]',
  '{"10":1,"2":2,"x":3}',
  "[[[[[]]]]]",
  "[true,false,null,0,-1]",
];
for (const text of texts) {
  const again = JSON.stringify(JSON.parse(text));
  console.log(again, again === text);
}
const deep = "[".repeat(40) + "]".repeat(40);
console.log(JSON.stringify(JSON.parse(deep)) === deep);
const spaced = ' [ 1 , { "k" : "v" } ] ';
console.log(JSON.stringify(JSON.parse(spaced)));
let nested = "x";
for (let i = 0; i < 4; i++) nested = JSON.stringify(nested);
console.log(nested, nested.length);
for (let i = 0; i < 4; i++) {
  const value = JSON.parse(nested);
  if (typeof value === "string") nested = value;
}
console.log(nested);
