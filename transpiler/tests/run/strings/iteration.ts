// for…of, spread and index loops over the same text.
const text = "aé😀z";
const characters: string[] = [];
for (const c of text) characters.push(c);
console.log(characters.join("|"), characters.length, [...text].join("|"));
const counts = new Map<string, number>();
for (const c of "mississippi") counts.set(c, (counts.get(c) ?? 0) + 1);
for (const [c, n] of counts) console.log(c, n);
let reversed = "";
for (const c of text) reversed = c + reversed;
console.log(reversed);
let vowels = 0;
for (let i = 0; i < "education".length; i++) if ("aeiou".includes("education".charAt(i))) vowels++;
console.log(vowels);
const word = "level";
let palindrome = true;
for (let i = 0, j = word.length - 1; i < j; i++, j--) if (word[i] !== word[j]) palindrome = false;
console.log(palindrome);
