// Two workers take jobs from one list until it is empty; results come by completion.
export {};
interface Job {
  id: number;
  ms: u8;
}
const jobs: Job[] = [
  { id: 1, ms: 60 },
  { id: 2, ms: 10 },
  { id: 3, ms: 15 },
  { id: 4, ms: 60 },
];
const done: string[] = [];
const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
async function worker(name: string): Promise<number> {
  let count = 0;
  for (let job = jobs.shift(); job !== undefined; job = jobs.shift()) {
    await sleep(job.ms);
    done.push(`${name}${job.id}`);
    count++;
  }
  return count;
}
const counts = await Promise.all([worker("a"), worker("b")]);
console.log(done.join(" "), counts.join());
const results: number[] = [];
for (const n of [3, 1, 2]) {
  await sleep(n);
  results.push(n);
}
console.log(results.join());
