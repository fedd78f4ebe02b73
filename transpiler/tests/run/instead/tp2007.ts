interface Point {
  x: number;
  y: number;
}
const point: Point = { x: 1, y: 2 };
const counts: Record<string, number> = { x: point.x, y: point.y };
for (const key of Object.keys(counts)) console.log(key, counts[key] ?? 0);
