// Two literals of one type keep each its own order of keys.
interface Reading {
  sensor: string;
  value: number;
  unit: string;
}
function forward(): Reading {
  return { sensor: "t", value: 21, unit: "C" };
}
function backward(): Reading {
  return { unit: "C", value: 21, sensor: "t" };
}
const readings: Reading[] = [forward(), backward(), { value: 1, sensor: "b", unit: "V" }];
for (const r of readings) {
  r.value += 1;
  console.log(JSON.stringify(r));
}
console.log(JSON.stringify({ list: readings.map((r) => r.sensor), best: readings[2] }));
const zoo = { zoe: 1, adam: 2, mia: 3, bob: 4, yan: 5 };
zoo.adam = 20;
console.log(JSON.stringify(zoo), zoo.zoe + zoo.adam);
