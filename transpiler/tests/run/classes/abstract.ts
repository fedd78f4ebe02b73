// Abstract classes: the template calls what subclasses give.
abstract class Step {
  protected log: string[] = [];
  protected abstract work(n: number): string;
  run(count: number): string {
    for (let i = 0; i < count; i++) this.log.push(this.work(i));
    return this.finish();
  }
  protected finish(): string {
    return this.log.join("");
  }
}
class Letters extends Step {
  protected work(n: number): string {
    return "abcdef".charAt(n);
  }
}
class Stars extends Step {
  constructor(private readonly star: string) {
    super();
  }
  protected work(n: number): string {
    return this.star.repeat(n + 1);
  }
  protected override finish(): string {
    return `<${super.finish()}>`;
  }
}
const steps: Step[] = [new Letters(), new Stars("*"), new Stars("ab")];
for (const step of steps) console.log(step.run(3));
console.log(steps[0].run(1));
