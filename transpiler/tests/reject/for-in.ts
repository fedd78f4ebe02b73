// for-in over what has no keys of its own; a label that a continue names.
const ages = new Map([["ann", 3]]);
for (const name in ages) console.log(name); //! TP1001: for-in
const items = ["a", "b"];
a: b: for (const item of items) { //! TP1001: label
  if (item === "a") continue b;
  console.log(item);
}
