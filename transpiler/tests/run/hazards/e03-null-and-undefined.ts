//! refuse TP2002
// A type with both null and undefined cannot be told apart on the device, where they are one value: refused.
interface Patch {
  name?: string | null;
}
const describe = (patch: Patch): string =>
  patch.name === undefined ? "keep" : patch.name === null ? "clear" : patch.name;
console.log(describe({}), describe({ name: null }), describe({ name: "x" }), JSON.stringify({ name: null }));
