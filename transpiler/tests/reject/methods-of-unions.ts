// A method that two kinds of value have, each in its way.
const sizeOf = (value: string | number[]): string => {
  const rest = value.slice(1); //! TP4001: one of several kinds
  return `${rest.length}`;
};
console.log(sizeOf("abc"), sizeOf([1, 2]));
