// The top of a program that waits only where nobody comes.
const OFF = 0;
async function main(): Promise<void> {
  console.log("main");
}
console.log("start");
if (OFF) await main();
queueMicrotask(() => console.log("later"));
console.log("end");
export {};
