// slice takes negative positions from the end and is empty where they cross.
const text = "abcdefgh";
console.log(text.slice(2), text.slice(2, 5), text.slice(-3), text.slice(-3, -1), text.slice(0, -6));
console.log(`[${text.slice(5, 2)}] [${text.slice(8)}] [${text.slice(99)}] [${text.slice(-99, 2)}] [${text.slice()}]`);
const emoji = "ab😀cd😀";
console.log(emoji.slice(0, 2), emoji.slice(2, 4), emoji.slice(4), emoji.slice(-2), emoji.slice(-4, -2));
for (let n = -2; n <= 2; n++) console.log(n, `[${"ab".slice(n)}]`, `[${"ab".slice(0, n)}]`);
const head = (s: string, n: number): string => (s.length > n ? `${s.slice(0, n - 1)}…` : s);
console.log(head("short", 10), head("a rather long line", 10), head("äöüß€", 4));
