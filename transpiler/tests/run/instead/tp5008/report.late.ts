export function reported(count: number): string {
  return `started with ${count}`;
}
