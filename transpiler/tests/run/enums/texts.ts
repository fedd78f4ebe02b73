// String enums: values, comparison with texts, as record keys, iteration over them.
enum Status {
  Open = "open",
  Closed = "closed",
  Pending = "in progress",
}
const labels: Record<Status, string> = {
  [Status.Open]: "Open!",
  [Status.Closed]: "Closed.",
  [Status.Pending]: "Wait…",
};
console.log(Status.Open, labels[Status.Pending], Status.Open.length, `${Status.Closed}`, JSON.stringify([Status.Open]));
const parse = (text: string): Status | null => Object.values(Status).find((s) => s === text) ?? null;
console.log(parse("closed"), parse("in progress"), parse("Closed"), parse(""));
const next = (s: Status): Status => {
  switch (s) {
    case Status.Open:
      return Status.Pending;
    case Status.Pending:
      return Status.Closed;
    case Status.Closed:
      return Status.Open;
  }
};
let s = Status.Open;
const seen: string[] = [];
do {
  seen.push(s);
  s = next(s);
} while (s !== Status.Open);
console.log(seen.join(), Object.keys(Status).join(), Object.values(Status).join(), Object.entries(labels).length);
for (const key in Status) console.log(key);
class Ticket {
  status = Status.Open;
  is(...any: Status[]): boolean {
    return any.includes(this.status);
  }
}
const t = new Ticket();
console.log(t.is(Status.Closed, Status.Open), t.is(), new Set([t.status, Status.Open]).size);
