// A product beyond 2^53.
function area(width: u32, height: u32): number {
  return width * height; //! TP3004: *
}
console.log(area(2_000_000_000, 4_000_000_000));
