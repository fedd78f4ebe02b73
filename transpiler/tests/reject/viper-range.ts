/** @viper */
function mixed(x: number): number {
  const product = x * x * 65_536; //! TP6004: with @viper it would be cut to 32 bits
  return product & 0xff; //! TP6004
}

console.log(mixed(255), mixed(1000));
