function low(n: number): u8 {
  return n & 0xff;
}
console.log(low(258));
