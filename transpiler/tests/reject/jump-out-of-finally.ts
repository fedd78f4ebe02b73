// A jump out of a finally block takes back whatever was on its way.
for (const n of [1, 2]) {
  try {
    console.log(n);
  } finally {
    if (n === 1) continue; //! TP1011
  }
}
