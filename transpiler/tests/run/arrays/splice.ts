// splice removes and gives what it removed; negative starts count from the end.
const xs = [0, 1, 2, 3, 4, 5, 6, 7];
console.log(xs.splice(2, 3).join(), xs.join());
console.log(xs.splice(-2, 1).join(), xs.join());
console.log(xs.splice(0, 0).length, xs.splice(99, 5).length, xs.splice(1, -1).length, xs.join());
console.log(xs.splice(-99, 1).join(), xs.splice(1, 99).join(), xs.join());
console.log(xs.splice(0, 1).join(), xs.length);
const queue = ["a", "b", "c", "d", "e"];
for (let i = queue.length - 1; i >= 0; i--) if (i % 2 === 1) queue.splice(i, 1);
console.log(queue.join());
