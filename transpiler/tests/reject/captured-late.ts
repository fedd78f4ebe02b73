// A function in a loop uses a variable that is declared after it in the same turn.
for (let i = 0; i < 2; i++) {
  const show = (): void => console.log(later); //! TP1007: later
  const later = i * 2;
  show();
}
