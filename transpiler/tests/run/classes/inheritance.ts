// A subclass calls super, overrides methods, and its fields come after the parent's.
const log: string[] = [];
class Animal {
  sound = "...";
  constructor(readonly name: string) {
    log.push(`Animal ${name} ${this.sound}`);
  }
  speak(): string {
    return `${this.name} says ${this.sound}`;
  }
  twice(): string {
    return `${this.speak()} ${this.speak()}`;
  }
}
class Dog extends Animal {
  override sound = "wuff";
  tricks = 0;
  constructor(name: string) {
    super(`dog ${name}`);
    log.push(`Dog ${this.sound}`);
  }
  override speak(): string {
    this.tricks += 1;
    return `${super.speak()}!`;
  }
}
class Puppy extends Dog {
  override sound = "yip";
}
const list: Animal[] = [new Animal("cat"), new Dog("rex"), new Puppy("tim")];
for (const animal of list) console.log(animal.twice());
console.log(log.join(", "));
for (const animal of list) console.log(animal instanceof Dog, animal instanceof Puppy);
