/** @viper */
function mixed(a: u8, b: u8): number {
  return (a ^ (b << 1)) & 0xff;
}
console.log(`mixed ${mixed(3, 5)}`);
