// An integer that came out of a division prints without a point, wherever it goes.
const pages = (items: number, size: number): number => Math.ceil(items / size);
const half = Math.floor(10 / 2);
console.log(half, `${half}`, "" + half, half + 1, [half, half].join(), JSON.stringify({ half }));
console.log(Math.trunc(9 / 3), Math.round(7 / 2), Math.round(-7 / 2), Math.floor(-7 / 2), Math.ceil(-7 / 2));
for (const items of [0, 1, 9, 10, 11, 20]) console.log(`${items} items on ${pages(items, 10)} pages`);
const halves = [10, 9, -9, 0, 1].map((x) => Math.floor(x / 2));
console.log(halves.join(" "), halves.indexOf(5), halves.includes(-5), "ab".repeat(Math.floor(5 / 2)));
const byQuotient = new Map<number, string>();
for (let i = 0; i < 6; i++) byQuotient.set(Math.floor(i / 2), `${byQuotient.get(Math.floor(i / 2)) ?? ""}${i}`);
for (const [q, digits] of byQuotient) console.log(q, digits);
const cents = 12345;
console.log(`${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}`, ((cents / 100) | 0) + 1);
