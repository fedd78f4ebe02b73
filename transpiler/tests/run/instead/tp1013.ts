class Box {
  readonly width = 1;
  readonly height = 2;
}
const box = new Box();
const { width } = box;
console.log(width, box.height);
