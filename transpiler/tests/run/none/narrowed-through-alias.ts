class Box {
  value: number | null = 1;
}
const box = new Box();
const same = box;
function show(n: number): void {
  console.log(n);
}
if (box.value !== null) {
  show(box.value);
  same.value = null;
  show(box.value); //! stops
}
