async function ticks(take: (n: number) => void): Promise<void> {
  for (let n = 0; n < 3; n++) {
    await null;
    take(n);
  }
}
await ticks((n) => console.log(n));
export {};
