// toUpperCase and toLowerCase of ASCII.
const text = "Hello, World 42 [z]";
console.log(text.toUpperCase(), text.toLowerCase());
console.log("".toUpperCase() === "", "ABC".toLowerCase() === "abc", "at+cmgf=1".toUpperCase());
function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
}
console.log("the qUICK brown".split(" ").map(capital).join(" "));
const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
console.log(same("ReadY", "READY"), same("Ready", "Steady"), same("", ""));
console.log((255).toString(16).toUpperCase().padStart(4, "0"));
