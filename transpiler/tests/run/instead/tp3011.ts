// Instead of TP3011: an integer made a float, a float made an integer, and a place declared for floats.
const count = [3, 4].length;
let level: float = Math.fround(count);
level = Math.fround(level / 4);
const floats: float[] = [level, 1, 2.5];
const whole: number = Math.round(level);
console.log(level < 1, floats.map((x) => Math.trunc(x)).join(), whole, [7, 8][Math.floor(level)]);
