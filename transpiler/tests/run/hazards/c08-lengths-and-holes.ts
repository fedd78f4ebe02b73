// Length writes shorten; a list of n elements is made full; no element is a hole.
const xs = [1, 2, 3, 4];
xs.length = 2;
console.log(xs.join(), xs.length, xs.push(9));
xs.length = 0;
console.log(xs.length, xs.pop(), xs.join() === "");
xs[0] = 5;
xs[xs.length] = 6;
console.log(xs.join());
const zeros = new Array<number>(4).fill(0);
const row = Array.from({ length: 3 }, () => "-");
const steps = Array.from({ length: 5 }, (_, i) => i * i);
console.log(zeros.join(), row.join(""), steps.join());
const grid = Array.from({ length: 2 }, () => new Array<string>(3).fill("."));
grid[1][2] = "#";
console.log(grid.map((r) => r.join("")).join("/"));
const shared = new Array<number[]>(2).fill([0]);
shared[0].push(1);
console.log(shared.map((r) => r.join("+")).join(), [...Array(3)].length, Array(2).fill("x").join());
