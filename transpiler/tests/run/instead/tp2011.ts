const point = { x: 1, y: 2 };
console.log(`at ${point.x},${point.y}`, JSON.stringify(point));
