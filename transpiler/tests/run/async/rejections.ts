// A rejection is thrown at the await; the function around it goes on or rejects.
export {};
class NotFound extends Error {
  override name = "NotFound";
  constructor(readonly what: string) {
    super(`no ${what}`);
  }
}
async function find(what: string): Promise<string> {
  if (what === "unicorn") throw new NotFound(what);
  await null;
  if (what === "dragon") throw new Error("asleep");
  return `a ${what}`;
}
async function search(what: string): Promise<string> {
  try {
    return await find(what);
  } catch (error) {
    if (error instanceof NotFound) return `nothing: ${error.message} (${error.what})`;
    throw error;
  }
}
console.log(await search("horse"));
console.log(await search("unicorn"));
try {
  console.log(await search("dragon"));
} catch (error) {
  console.log("outside:", error instanceof Error && error.message);
}
console.log(await find("unicorn").catch((error) => `caught ${error.name}`));
const rejected = Promise.reject(new Error("ready made"));
console.log(await rejected.catch((error) => error.message));
