// Promise.all keeps the order of the list, not of completion; the first rejection wins.
export {};
function after(ms: u16, name: string): Promise<string> {
  return new Promise((resolve) => {
    setTimeout(() => {
      console.log("done", name);
      resolve(name);
    }, ms);
  });
}
function fail(ms: u16, why: string): Promise<string> {
  return new Promise((_resolve, reject) => setTimeout(() => reject(new Error(why)), ms));
}
const names = await Promise.all([after(120, "slow"), after(10, "fast"), after(60, "middle")]);
console.log(names.join());
const none = await Promise.all<string>([]);
console.log(none.length);
try {
  await Promise.all([after(150, "late"), fail(60, "second"), fail(1, "first")]);
} catch (error) {
  console.log("caught", (error as Error).message);
}
const raced = await Promise.race([after(90, "tortoise"), after(2, "hare")]);
console.log(raced);
