// A destructuring pattern with a computed key.
const table: Record<string, number> = { a: 1 };
const key: string = "a";
const { [key]: value } = table; //! TP1013
console.log(value);
