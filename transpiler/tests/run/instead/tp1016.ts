function* numbers(): Generator<number> {
  try {
    yield 1;
  } finally {
    console.log("done");
  }
  yield 2;
}
for (const n of numbers()) console.log(n);
