// #private names belong to the class that declares them: a subclass may have the same ones.
class Account {
  #balance = 0;
  #log: string[] = [];
  static #made = 0;
  static readonly #limit = 100;
  #id: number;
  constructor() {
    Account.#made += 1;
    this.#id = Account.#made;
  }
  #note(text: string): void {
    this.#log.push(`${this.#id}:${text}`);
  }
  get #isFull(): boolean {
    return this.#balance >= Account.#limit;
  }
  set #amount(value: number) {
    this.#balance = value > 100 ? 100 : value;
  }
  static #describe(one: Account): string {
    return `${one.#id} has ${one.#balance}`;
  }
  put(amount: u8): this {
    this.#note(`put ${amount}`);
    this.#amount = this.#balance + amount;
    return this;
  }
  same(other: Account): boolean {
    return this.#balance === other.#balance;
  }
  toText(): string {
    return `${Account.#describe(this)} ${this.#isFull} ${this.#log.join("|")}`;
  }
  static count(): number {
    return Account.#made;
  }
  static isOne(value: Account | Other | Error): boolean {
    return #balance in value && !(#note in value === false);
  }
}
class Other {
  #balance = 1;
  #note(): number {
    return this.#balance;
  }
  note(): number {
    return this.#note();
  }
}
class Savings extends Account {
  #balance = "mine";
  #id = true;
  _balance_ = "public";
  __balance = "public too";
  #note(): string {
    return "own note";
  }
  label(): string {
    return `${this.#balance} ${this.#id} ${this._balance_} ${this.__balance} ${this.#note()}`;
  }
}
const a = new Account().put(30).put(40);
const s = new Savings();
s.put(60).put(60);
console.log(a.toText());
console.log(s.toText());
console.log(s.label(), Account.count(), a.same(s), a.same(new Account().put(70)));
console.log(
  Account.isOne(a),
  Account.isOne(s),
  Account.isOne(new Error("no")),
  Account.isOne(new Other()),
  new Other().note(),
);
s._balance_ = "changed";
console.log(s.label());
