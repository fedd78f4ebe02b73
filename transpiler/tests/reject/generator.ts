// Async generators; what a finally block of a generator cannot do.
async function* ticks() { //! TP1002
  yield 1;
}
void ticks();
function* guarded(): Generator<number, number> {
  for (const n of [1, 2]) {
    try {
      yield n;
    } finally {
      if (n === 1) continue; //! TP1016
    }
  }
  try {
    yield* guarded();
  } finally {
    yield 3; //! TP1016
    return 4; //! TP1016: finally
  }
}
for (const n of guarded()) console.log(n);
