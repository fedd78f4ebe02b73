/** @viper */
function sum(a: u16, b: u16): number {
  return (a + b) & 0xffff;
}
console.log(sum(65535, 2));
