// The keys of a literal come in the order in which they were written, the assigned ones after them.
const ages: Record<string, number> = { zoe: 1, adam: 2, mia: 3, bob: 4, yan: 5 };
console.log(Object.keys(ages).join(), Object.values(ages).join());
ages.carl = 6;
ages.adam = 20;
delete ages.mia;
ages.mia = 7;
for (const name in ages) console.log(name, ages[name]);
console.log(JSON.stringify(ages));
const point = { y: 2, x: 1, label: "p" };
console.log(JSON.stringify(point), JSON.stringify({ z: 0, ...point, y: 9 }), Object.keys({ ...point, a: 1 }).join());
const copy = { ...ages, zoe: 100 };
console.log(
  Object.entries(copy)
    .map(([k, v]) => `${k}=${v}`)
    .join(" "),
);
const { zoe, ...others } = ages;
console.log(zoe, Object.keys(others).join(), "zoe" in others, Object.keys({}).length);
