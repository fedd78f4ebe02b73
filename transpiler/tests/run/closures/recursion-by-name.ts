// Inner functions call themselves and each other, and see later variables.
function outer(n: u8): string {
  const log: string[] = [];
  function even(k: number): boolean {
    log.push(`e${k}`);
    return k === 0 || odd(k - 1);
  }
  function odd(k: number): boolean {
    log.push(`o${k}`);
    return k !== 0 && even(k - 1);
  }
  return `${even(n)} ${log.join("")}${suffix()}`;
  function suffix(): string {
    return `/${log.length}`;
  }
}
console.log(outer(4), outer(3));
const sum = (xs: number[], at: number): number => (at < xs.length ? xs[at] + sum(xs, at + 1) : 0);
console.log(sum([1, 2, 3, 4], 0), sum([], 0));
const useLater = (): string => later;
const later = "defined later";
console.log(useLater());
