// An Option class: a value or none, without null inside of it.
abstract class Option<T> {
  static of<T>(value: T | null): Option<T> {
    return value === null ? new None<T>() : new Some(value);
  }
  abstract map<U>(f: (value: T) => U): Option<U>;
  abstract orElse(other: T): T;
  abstract get isSome(): boolean;
  filter(test: (value: T) => boolean): Option<T> {
    let keep = false;
    this.each((value) => {
      keep = test(value);
    });
    return keep ? this : new None<T>();
  }
  protected abstract each(f: (value: T) => void): void;
}
class Some<T> extends Option<T> {
  constructor(private readonly value: T) {
    super();
  }
  map<U>(f: (value: T) => U): Option<U> {
    return new Some(f(this.value));
  }
  orElse(_: T): T {
    return this.value;
  }
  get isSome(): boolean {
    return true;
  }
  protected each(f: (value: T) => void): void {
    f(this.value);
  }
}
class None<T> extends Option<T> {
  map<U>(_: (value: T) => U): Option<U> {
    return new None<U>();
  }
  orElse(other: T): T {
    return other;
  }
  get isSome(): boolean {
    return false;
  }
  protected each(): void {}
}
const name = Option.of<string>("ada");
const none = Option.of<string>(null);
console.log(name.map((n) => n.length).orElse(-1), none.map((n) => n.length).orElse(-1), name.isSome, none.isSome);
console.log(
  name.filter((n) => n.startsWith("a")).orElse("?"),
  name.filter((n) => n === "").orElse("?"),
  none.filter(() => true).isSome,
);
console.log(
  Option.of(0)
    .map((n) => n + 1)
    .map((n) => `${n}!`)
    .orElse("none"),
  name instanceof Some,
  none instanceof Option,
);
