// Floats as the keys of a Map and a Set.
const half: float = 0.5;
const names = new Map<float, string>(); //! TP2010
const seen = new Set<float>([half]); //! TP3011: A float meets an integer or a key
console.log(names.size, seen.size);
