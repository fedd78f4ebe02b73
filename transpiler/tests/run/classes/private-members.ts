// Private fields, by TypeScript's word and by #, and methods that use each other.
class Account {
  #balance: i32 = 0;
  private history: string[] = [];
  deposit(amount: u16): this {
    this.#balance = (this.#balance + amount) | 0;
    this.note(`+${amount}`);
    return this;
  }
  withdraw(amount: u16): boolean {
    if (amount > this.#balance) {
      this.note(`refused ${amount}`);
      return false;
    }
    this.#balance = (this.#balance - amount) | 0;
    this.note(`-${amount}`);
    return true;
  }
  equals(other: Account): boolean {
    return this.#balance === other.#balance;
  }
  private note(text: string): void {
    this.history.push(text);
  }
  statement(): string {
    return `${this.#balance}: ${this.history.join(" ")}`;
  }
}
const a = new Account().deposit(100).deposit(50);
const b = new Account();
console.log(a.withdraw(30), a.withdraw(500), b.withdraw(1));
console.log(a.statement());
console.log(b.statement(), a.equals(b), a.equals(a), b.deposit(120).equals(a));
