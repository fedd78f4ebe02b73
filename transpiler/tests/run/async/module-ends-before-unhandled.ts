// A module that ends by an error while a rejected promise still waits for its handler: its own error is the one shown.
const rejected = Promise.reject(new Error("nobody's"));
const late = async (): Promise<string> => {
  await null;
  return "late";
};
console.log("before");
if ((await late()).length === 4) {
  const message = "the module's";
  setTimeout(() => console.log("never"), 5);
  if (message.length > 3) throw new Error(message);
}
await rejected;
export {};
