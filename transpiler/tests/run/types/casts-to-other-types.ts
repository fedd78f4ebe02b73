// A cast that is not true stops where it stands.
const values: unknown[] = ["a", 1];
console.log((values[0] as string).length);
console.log((values[1] as string).length); //! stops
