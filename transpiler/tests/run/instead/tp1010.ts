async function send(): Promise<void> {
  await null;
  console.log("sent");
}
await send();
void send();
export {};
