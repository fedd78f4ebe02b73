// Async methods keep this across awaits; inheritance and super work as for plain methods.
export {};
class Account {
  balance: i32 = 0;
  readonly log: string[] = [];
  async deposit(amount: u16): Promise<number> {
    const before = this.balance;
    await null;
    this.balance = (before + amount) | 0;
    this.log.push(`+${amount}`);
    return this.balance;
  }
}
class Audited extends Account {
  override async deposit(amount: u16): Promise<number> {
    this.log.push("check");
    const result = await super.deposit(amount);
    this.log.push("ok");
    return result;
  }
}
const plain = new Account();
const racing = await Promise.all([plain.deposit(10), plain.deposit(5)]);
console.log(racing.join(), plain.balance);
const audited: Account = new Audited();
console.log(await audited.deposit(7), await audited.deposit(8), audited.log.join(" "));
