const sizes = { width: 1, height: 2 };
const sizeOf = (key: "width" | "height"): number => {
  const size = sizes[key];
  return size;
};
console.log(sizeOf("width"));
