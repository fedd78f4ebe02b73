let count = 0;

export function raise(): void {
  count = (count + 1) % 100;
}

export function current(): number {
  return count;
}
