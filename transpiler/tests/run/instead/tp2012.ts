const counts = new Map([["a", 1]]);
console.log(JSON.stringify({ a: counts.get("a") ?? 0 }));
