// In which order fields, parameters and constructors' bodies of a hierarchy run.
const log: string[] = [];
const note = (text: string): string => {
  log.push(text);
  return text;
};
class Base {
  a = note("Base.a");
  b: string;
  constructor(text: string) {
    this.b = note(`Base body ${text}`);
    this.hook();
  }
  hook(): void {
    note("Base.hook");
  }
}
class Middle extends Base {
  c = note("Middle.c");
  override hook(): void {
    note(`Middle.hook`);
    super.hook();
  }
}
class Last extends Middle {
  d = note("Last.d");
  constructor() {
    super(note("argument"));
    note("Last body");
  }
}
const last = new Last();
for (const line of log) console.log(line);
console.log(last.a, last.b, last.c, last.d);
