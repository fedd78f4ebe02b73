// Functions that return null or undefined: tested by ===, by truth and by ??.
class Job {
  constructor(readonly id: number) {}
}
const queue: Job[] = [new Job(0), new Job(1)];
function take(): Job | null {
  return queue.shift() ?? null;
}
let job = take();
while (job) {
  console.log("job", job.id);
  job = take();
}
console.log(job === null, queue.length);
function parity(n: number): string | undefined {
  if (n % 2 === 0) return "even";
}
console.log(parity(2), parity(3), parity(3) === undefined);
function nothing(): void {
  queue.push(new Job(7));
}
nothing();
const again = take();
console.log(again === null ? "none" : again.id, take() === null);
const first: Job | null = null;
const second: Job | null = new Job(3);
console.log((first ?? second).id, first !== null, second !== null);
