// Comma expressions, void, empty statements and bodies, expression statements, blocks for scope.
let a = (console.log("first"), 3);
let b = ((a += 1), a * 2);
console.log(a, b, (a++, b--, a + b));
for (let i = 0, j = 5; i < j; i++, j--);
for (const x of []) void x;
while (a-- > 0);
console.log(a);
if (a < 0) {
} else console.log("never");
{
  {
    const a = "inner";
    console.log(a);
  }
}
const nothing = (): void => void b++;
nothing();
console.log(b);
const early = (n: number): void => {
  if (n > 0) return void console.log("positive", n);
  console.log("not positive", n);
};
early(1);
early(-1);
const f = (): undefined => undefined;
console.log(f(), void 0 === undefined);
switch (b) {
}
do;
while (b-- > 3);
console.log(b);
void 0, console.log("called");
label: {
  if (b < 100) break label;
  console.log("skipped");
}
const { length } = "abc";
length > 2 && console.log("long");
length > 5 || console.log("short");
length === 3 ? console.log("three") : console.log("other");
