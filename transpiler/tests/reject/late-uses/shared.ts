export function shared(n: u8): u8 {
  return n;
}
