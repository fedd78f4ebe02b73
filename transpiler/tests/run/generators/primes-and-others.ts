// Programs that are written with generators: primes, Fibonacci, Collatz, chunks, a round robin.
function* primes(): Generator<number> {
  const found: number[] = [];
  for (let n = 2; n < 5000; n++) {
    let isPrime = true;
    for (const p of found) {
      if (p * p > n) break;
      if (n % p === 0) {
        isPrime = false;
        break;
      }
    }
    if (!isPrime) continue;
    found.push(n);
    yield n;
  }
}
const list: number[] = [];
for (const p of primes()) {
  list.push(p);
  if (list.length === 12) break;
}
console.log(list.join());

function* fibonacci(limit: number): Generator<number> {
  let [a, b] = [0, 1];
  while (a < limit) {
    yield a;
    [a, b] = [b, (a + b) & 0xffffff];
  }
}
console.log([...fibonacci(100)].join());

function* collatz(start: number): Generator<number> {
  let n = start & 0xfff;
  while (n > 1) {
    yield n;
    n = n % 2 === 0 ? n >> 1 : (3 * n + 1) & 0xffff;
  }
  yield 1;
}
for (const n of [6, 7]) console.log(n, [...collatz(n)].join());

function* chunks(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
}
const packet = new Uint8Array([1, 2, 3, 4, 5, 6, 7]);
for (const chunk of chunks(packet, 3)) console.log(chunk.length, chunk[0]);

function* roundRobin(queues: readonly (readonly string[])[]): Generator<string> {
  const sources = queues.map((queue) => queue[Symbol.iterator]());
  let isLeft = true;
  while (isLeft) {
    isLeft = false;
    for (const source of sources) {
      const step = source.next();
      if (step.done) continue;
      yield step.value;
      isLeft = true;
    }
  }
}
console.log([...roundRobin([["a1", "a2", "a3"], ["b1"], [], ["c1", "c2"]])].join());
