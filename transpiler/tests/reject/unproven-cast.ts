// A cast proves nothing.
const value: unknown = 1;
const text = value as string; //! TP2006
console.log(text);
