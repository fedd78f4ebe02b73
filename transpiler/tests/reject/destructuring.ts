// A key of a record that is known only when the program runs; the rest of what is a dictionary against its type.
const sizes = { width: 1, height: 2 };
const sizeOf = (key: "width" | "height"): number => {
  const { [key]: size } = sizes; //! TP1013
  return size;
};
console.log(sizeOf("width"));
const counts: Record<string, number> = { a: 1 };
const { b, ...others } = { ...counts, b: 2 }; //! TP2007
console.log(b, Object.keys(others).length);
console.log(Object.keys({ first: true, ...counts }).length); //! TP2007
