// A missing argument and undefined are the same; defaults are evaluated at each call.
function greet(name?: string, times?: number): string {
  return `${name ?? "you"} x${times ?? 1} ${name === undefined} ${times === undefined}`;
}
console.log(greet());
console.log(greet("amy"));
console.log(greet(undefined, 3));
console.log(greet("", 0));
let made = 0;
function serial(): number {
  made += 1;
  return made;
}
function tag(text: string, id: number = serial(), list: number[] = []): string {
  list.push(id);
  return `${text}#${id} ${list.length}`;
}
console.log(tag("a"), tag("b"), tag("c", 10), tag("d", undefined), tag("e", 5, [1, 2]));
console.log(made);
function box(width: number, height = width, depth = width + height): string {
  return `${width}x${height}x${depth}`;
}
console.log(box(2), box(2, 3), box(2, undefined, 1), box(2, 3, 0));
