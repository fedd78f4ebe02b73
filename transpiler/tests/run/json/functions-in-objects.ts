//! refuse TP2012
// JSON leaves a function out of an object and writes null for it in an array: whoever means that says so.
interface Plugin {
  name: string;
  format?: (text: string) => string;
}
const plugin: Plugin = { name: "plain" };
console.log(JSON.stringify(plugin));
