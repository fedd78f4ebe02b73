// Builders: a query builder and a config builder with chained calls, validation and immutable results.
type Order = "asc" | "desc";
class Query {
  private columns: string[] = [];
  private readonly conditions: string[] = [];
  private order: [string, Order] | null = null;
  private max: number | null = null;
  private constructor(private readonly table: string) {}
  static from(table: string): Query {
    return new Query(table);
  }
  select(...columns: string[]): this {
    this.columns = [...this.columns, ...columns];
    return this;
  }
  where(column: string, operator: "=" | "<" | ">", value: string | number | boolean | null): this {
    const text = value === null ? "null" : typeof value === "string" ? `'${value.replaceAll("'", "''")}'` : `${value}`;
    this.conditions.push(value === null ? `${column} is ${text}` : `${column} ${operator} ${text}`);
    return this;
  }
  when(condition: boolean, f: (query: this) => this): this {
    return condition ? f(this) : this;
  }
  orderBy(column: string, order: Order = "asc"): this {
    this.order = [column, order];
    return this;
  }
  limit(max: number): this {
    if (max < 1) throw new RangeError(`limit ${max}`);
    this.max = max;
    return this;
  }
  build(): string {
    const parts = [`select ${this.columns.join(", ") || "*"} from ${this.table}`];
    if (this.conditions.length > 0) parts.push(`where ${this.conditions.join(" and ")}`);
    if (this.order) parts.push(`order by ${this.order.join(" ")}`);
    if (this.max !== null) parts.push(`limit ${this.max}`);
    return parts.join(" ");
  }
}
console.log(Query.from("users").build());
console.log(
  Query.from("users")
    .select("id", "name")
    .where("name", "=", "O'Neil")
    .where("age", ">", 30)
    .where("left", "=", null)
    .orderBy("name")
    .limit(5)
    .build(),
);
for (const recent of [true, false])
  console.log(
    Query.from("log")
      .when(recent, (q) => q.where("day", ">", 7).orderBy("day", "desc"))
      .select("text")
      .where("ok", "=", false)
      .build(),
  );
try {
  Query.from("x").limit(0);
} catch (e) {
  console.log((e as Error).message);
}
interface Pizza {
  readonly size: "s" | "m" | "l";
  readonly toppings: readonly string[];
  readonly extra?: string;
}
const pizza = (size: Pizza["size"]) => {
  const toppings: string[] = [];
  const builder = {
    with: (...names: string[]) => {
      toppings.push(...names.filter((n) => !toppings.includes(n)));
      return builder;
    },
    done: (extra?: string): Pizza => ({ size, toppings: [...toppings], ...(extra ? { extra } : {}) }),
  };
  return builder;
};
const first = pizza("m").with("ham", "egg").with("ham");
const one = first.done();
first.with("basil");
console.log(JSON.stringify(one), JSON.stringify(first.done("thin")));
