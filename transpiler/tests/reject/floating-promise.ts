// A promise that nobody waits for.
async function send(): Promise<void> {
  await null;
}
send(); //! TP1010
