// The command pattern: an editor with undo, redo, macros and a history that is cut by new commands.
interface Command {
  readonly name: string;
  apply(text: string): string;
  revert(text: string): string;
}
class Insert implements Command {
  readonly name: string;
  constructor(
    private readonly at: number,
    private readonly what: string,
  ) {
    this.name = `insert ${what}`;
  }
  apply(text: string): string {
    return text.slice(0, this.at) + this.what + text.slice(this.at);
  }
  revert(text: string): string {
    return text.slice(0, this.at) + text.slice(this.at + this.what.length);
  }
}
class Delete implements Command {
  readonly name = "delete";
  private removed = "";
  constructor(
    private readonly from: number,
    private readonly to: number,
  ) {}
  apply(text: string): string {
    this.removed = text.slice(this.from, this.to);
    return text.slice(0, this.from) + text.slice(this.to);
  }
  revert(text: string): string {
    return text.slice(0, this.from) + this.removed + text.slice(this.from);
  }
}
class Macro implements Command {
  constructor(
    readonly name: string,
    private readonly parts: readonly Command[],
  ) {}
  apply = (text: string): string => this.parts.reduce((t, part) => part.apply(t), text);
  revert = (text: string): string => [...this.parts].reverse().reduce((t, part) => part.revert(t), text);
}
class Editor {
  private done: Command[] = [];
  private undone: Command[] = [];
  constructor(public text = "") {}
  run(...commands: Command[]): this {
    for (const c of commands) {
      this.text = c.apply(this.text);
      this.done.push(c);
    }
    this.undone = [];
    return this;
  }
  undo(times = 1): this {
    for (let c: Command | undefined; times-- > 0 && (c = this.done.pop()); this.undone.push(c))
      this.text = c.revert(this.text);
    return this;
  }
  redo(): this {
    const c = this.undone.pop();
    if (c) {
      this.text = c.apply(this.text);
      this.done.push(c);
    }
    return this;
  }
  get history(): string {
    return `${this.done.map((c) => c.name).join(", ")} | ${this.undone.map((c) => c.name).join(", ")}`;
  }
}
const e = new Editor("hello");
const show = (): void => console.log(JSON.stringify(e.text), e.history);
e.run(new Insert(5, " world"), new Insert(0, "> "));
show();
e.undo();
show();
e.redo().redo().run(new Delete(0, 4));
show();
e.undo(2).run(new Macro("twice", [new Insert(0, "ab"), new Insert(2, "é😀"), new Delete(1, 2)]));
show();
e.undo().redo().undo(99);
show();
