// A comment that silences TypeScript.
// @ts-ignore //! TP2016
const text: string = 1;
console.log(text);
