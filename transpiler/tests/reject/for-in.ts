// for-in over what has items, not keys.
const items = ["a", "b"];
for (const index in items) console.log(index); //! TP1001: for-in
a: b: for (const item of items) { //! TP1001: label
  if (item === "a") continue b;
  console.log(item);
}
