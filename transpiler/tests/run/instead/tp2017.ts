interface Sized {
  readonly length: number;
}
const sizes: Sized[] = [{ length: "abc".length }];
console.log(sizes[0]?.length ?? 0);
