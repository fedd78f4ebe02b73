//! refuse TP1010
// A call of an async function whose promise nobody looks at is refused: its error would be lost.
const save = async (n: number): Promise<void> => {
  await null;
  console.log("saved", n);
};
save(1);
