// undefined, cast away, and not there.
const ages = new Map([["ann", 41]]);
const age = (name: string): number => (ages.get(name) as number) % 100; //! stops
console.log(age("ann"));
console.log(age("bob"));
