// charAt, index and charCodeAt count units; outside there is "" or undefined.
const text = "hé€llo";
for (let i = 0; i < text.length; i++) console.log(i, text.charAt(i), text[i], text.charCodeAt(i));
console.log(text.charAt(-1) === "", text.charAt(99) === "", text.charAt(5));
const mixed = "a😀b";
console.log(mixed.charAt(0), mixed.charAt(3), mixed[0], mixed[3]);
console.log(mixed.charCodeAt(1), mixed.charCodeAt(2), mixed.charCodeAt(3));
console.log(mixed.codePointAt(1), mixed.codePointAt(2), mixed.codePointAt(3), mixed.codePointAt(4));
const units: number[] = [];
for (let i = 0; i < mixed.length; i++) units.push(mixed.charCodeAt(i));
console.log(units.join());
