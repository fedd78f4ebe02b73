// An abstract property may be a field in one class and a getter in another.
abstract class Animal {
  abstract readonly legs: number;
  abstract get sound(): string;
  abstract name: string;
  protected abstract walk(): string;
  describe(): string {
    return `${this.name} says ${this.sound} and ${this.walk()} on ${this.legs}`;
  }
}
class Dog extends Animal {
  readonly legs = 4;
  name = "dog";
  get sound(): string {
    return "woof";
  }
  protected walk(): string {
    return "runs";
  }
}
class Bird extends Animal {
  #name = "bird";
  readonly sound = "tweet";
  get legs(): number {
    return 2;
  }
  get name(): string {
    return this.#name;
  }
  set name(value: string) {
    this.#name = `renamed ${value}`;
  }
  protected walk(): string {
    return "hops";
  }
}
const animals: Animal[] = [new Dog(), new Bird()];
for (const one of animals) {
  console.log(one.describe());
  one.name = "x";
  console.log(one.describe(), one.legs, one.sound);
}
