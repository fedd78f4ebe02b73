function share(total: number, parts: number): number {
  return parts > 0 ? Math.floor(total / parts) : 0;
}
console.log(share(10, 3), share(10, 0));
