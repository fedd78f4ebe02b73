for (const n of [1, 2]) {
  let text!: string;
  if (n === 1) text = "one";
  console.log(text); //! stops
}
