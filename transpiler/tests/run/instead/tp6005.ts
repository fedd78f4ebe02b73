/** @viper */
function total(data: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < data.length; i++) sum = (sum + (data[i] ?? 0)) & 0xff;
  return sum;
}
console.log(total(new Uint8Array([1, 2, 3])));
