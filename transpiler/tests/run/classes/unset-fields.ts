// A field without a value is undefined until it is set; one that is said to be set stops when it is not.
class Lazy {
  value?: number;
  text: string | undefined;
  ready!: boolean;
  private cached?: string[];
  start(): void {
    this.ready = true;
  }
  list(): string[] {
    this.cached ??= ["made once"];
    return this.cached;
  }
}
const lazy = new Lazy();
console.log(lazy.value, lazy.text, lazy.list().join(), lazy.list().length);
lazy.value = 3;
lazy.text = "t";
lazy.start();
console.log(lazy.value, lazy.text, lazy.ready);
class Late {
  name!: string;
}
const late = new Late();
console.log("before");
console.log(late.name); //! stops
