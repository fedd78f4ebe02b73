// Which characters JSON.stringify escapes, and which it leaves.
let controls = "";
for (let code = 0; code < 0x20; code++) controls += String.fromCharCode(code);
console.log(JSON.stringify(controls));
console.log(JSON.stringify('\u007f\u0080\u2028\u2029 é € 😀 \\ / "'));
console.log(JSON.stringify({ "a\nb": "\t", "": "empty key", "😀": 1 }));
const back = JSON.parse(JSON.stringify(controls));
console.log(back === controls, JSON.parse('"\\u00e9\\ud83d\\ude00\\/\\b"') === "é😀/\b");
