/** @viper */
function at(data: Uint8Array, index: number): number {
  return data[index]; //! TP6005: Nothing proves that this element is there
}

/** @viper */
function summed(data: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < data.length; i++) sum = (sum + data[i]) & 0xffff;
  return sum;
}

console.log(at(new Uint8Array(3), 2), summed(new Uint8Array(4)));
