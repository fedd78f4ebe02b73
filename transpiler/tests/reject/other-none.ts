// A comparison with the one of null and undefined that the value never is.
const ages = new Map<string, number>([["Ada", 36]]);
console.log(ages.get("Ada") === null); //! TP2003: null
