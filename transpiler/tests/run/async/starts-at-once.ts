// An async function runs at once up to its first await; the caller goes on after that.
export {};
async function work(name: string): Promise<number> {
  console.log("start", name);
  await null;
  console.log("middle", name);
  await null;
  console.log("end", name);
  return name.length;
}
async function quick(): Promise<void> {
  console.log("quick has no await");
}
const a = work("a");
console.log("after a");
const b = work("bb");
void quick();
console.log("after b");
console.log(await a, await b);
const arrow = async (n: i16): Promise<number> => n * 2;
console.log(await arrow(21), await arrow(-1));
