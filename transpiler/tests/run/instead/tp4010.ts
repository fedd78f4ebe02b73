const items = ["a", "b"];
for (let i = items.length - 1; i >= 0; i--) console.log(items[i] ?? "");
