// sort is stable: equal items keep their order.
interface Person {
  name: string;
  age: number;
}
const people: Person[] = [];
const names = "amy bob cat dan eve fay gus hal ian jan kim leo mia".split(" ");
for (let i = 0; i < names.length; i++) people.push({ name: names[i], age: 20 + (i % 3) });
people.sort((a, b) => a.age - b.age);
console.log(people.map((p) => p.name).join(" "));
people.sort((a, b) => b.age - a.age);
console.log(people.map((p) => `${p.name}${p.age}`).join(" "));
people.sort(() => 0);
console.log(people[0].name, people[12].name);
const pairs: [number, string][] = [];
for (let i = 0; i < 30; i++) pairs.push([i % 2, `${i}`]);
pairs.sort((a, b) => a[0] - b[0]);
console.log(pairs.map((p) => p[1]).join());
people.sort((a, b) => (a.age !== b.age ? a.age - b.age : a.name < b.name ? 1 : -1));
console.log(people.map((p) => p.name).join(" "));
