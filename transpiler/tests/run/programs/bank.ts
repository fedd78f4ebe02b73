// Accounts, transactions that are taken back as a whole, interest by integer cents, a statement, own errors.
abstract class BankError extends Error {
  abstract readonly code: string;
}
class InsufficientFunds extends BankError {
  readonly code = "FUNDS";
  constructor(readonly missing: number) {
    super(`${missing} cents missing`);
  }
}
class UnknownAccount extends BankError {
  readonly code = "ACCOUNT";
}
type Entry = { readonly kind: "in" | "out" | "interest"; readonly cents: int<0, 100000000>; readonly note: string };
class Account {
  #balance = 0;
  readonly #entries: Entry[] = [];
  constructor(
    readonly id: string,
    readonly limit: int<0, 100000> = 0,
  ) {}
  get balance(): number {
    return this.#balance;
  }
  book(entry: Entry): void {
    const change = entry.kind === "out" ? -entry.cents : entry.cents;
    const next = Math.max(-1000000000, Math.min(1000000000, this.#balance + change));
    if (next < -this.limit) throw new InsufficientFunds(-this.limit - next);
    this.#balance = next;
    this.#entries.push(entry);
  }
  snapshot(): () => void {
    const [balance, count] = [this.#balance, this.#entries.length];
    return () => {
      this.#balance = balance;
      this.#entries.length = count;
    };
  }
  *statement(): Generator<string> {
    let running = 0;
    for (const { kind, cents, note } of this.#entries) {
      running += kind === "out" ? -cents : cents;
      yield `${note.padEnd(10)} ${euros(kind === "out" ? -cents : cents).padStart(9)} ${euros(running).padStart(9)}`;
    }
  }
}
const euros = (cents: number): string =>
  `${cents < 0 ? "-" : ""}${Math.floor(Math.abs(cents) / 100)}.${`${Math.abs(cents) % 100}`.padStart(2, "0")}`;
class Bank {
  private readonly accounts = new Map<string, Account>();
  open(id: string, limit: int<0, 100000> = 0): Account {
    const account = new Account(id, limit);
    this.accounts.set(id, account);
    return account;
  }
  account(id: string): Account {
    const account = this.accounts.get(id);
    if (!account) throw new UnknownAccount(id);
    return account;
  }
  transfer(from: string, to: string, cents: int<0, 1000000>): void {
    const undo = [from, to].map((id) => this.account(id).snapshot());
    try {
      this.account(to).book({ kind: "in", cents, note: `from ${from}` });
      this.account(from).book({ kind: "out", cents, note: `to ${to}` });
    } catch (e) {
      for (const back of undo) back();
      throw e;
    }
  }
  interest(perMille: int<0, 100>): void {
    for (const account of this.accounts.values())
      if (account.balance > 0)
        account.book({ kind: "interest", cents: Math.floor((account.balance * perMille) / 1000), note: "interest" });
  }
}
const bank = new Bank();
bank.open("ann", 500).book({ kind: "in", cents: 10050, note: "salary" });
bank.open("bob");
for (const [from, to, cents] of [
  ["ann", "bob", 2500],
  ["bob", "ann", 99999],
  ["ann", "cyd", 1],
  ["bob", "ann", 2500],
  ["ann", "bob", 10550],
  ["ann", "bob", 1],
] as [string, string, int<0, 1000000>][]) {
  try {
    bank.transfer(from, to, cents);
    console.log(`${from} → ${to}`, euros(cents), "done");
  } catch (e) {
    if (!(e instanceof BankError)) throw e;
    console.log(`${from} → ${to}`, euros(cents), e.code, e.message, e instanceof InsufficientFunds ? e.missing : "");
  }
}
bank.interest(25);
for (const id of ["ann", "bob"]) for (const line of bank.account(id).statement()) console.log(id, line);
console.log(bank.account("ann").balance, bank.account("bob").balance);
