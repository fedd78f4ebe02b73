// The state of making one program: what is in scope, where the place stands, how often it runs. Expressions of a type are
// made by the rules for its kind, statements by those of statements.ts.
import type { Choices } from "./choices.ts";
import type { Code } from "./code.ts";
import { RUNS_MAX } from "./cost.ts";
import { RULES } from "./rules.ts";
import { type ClassType, type EnumType, type FunctionType, isSame, type RecordType, type Type } from "./types.ts";

export interface Variable {
  readonly name: string;
  readonly type: Type;
  readonly assignable: boolean;
  /** Of a number: what it is known to lie between; the 32-bit integers when not said. */
  readonly low?: number;
  readonly high?: number;
  /** Of an array that never gets shorter: how many elements it has at least. */
  readonly length?: number;
  /** A number that changes by steps alone: how large it gets is only known to the compiler. */
  readonly steps?: boolean;
}

export interface FunctionPlace {
  readonly form: "module" | FunctionType["form"];
  /** What `return` gives, or `yield` in a generator. */
  readonly result: Type | null;
  readonly self: ClassType | null;
  /** What it throws is expected where it is called. */
  readonly mayThrow?: boolean;
  /** Within a finally block: nothing jumps out of it, which would hide what came before. */
  readonly isSealed?: boolean;
  throws: boolean;
  cost: number;
}

/** How an expression of a type comes to be; null: not here. The first rule of a list always can. */
export interface Rule {
  readonly weight: number;
  readonly make: (m: Maker, depth: number) => Code | null;
}

export interface Target {
  readonly label: string | null;
  readonly isLoop: boolean;
}

/** Python's words and names of its built-ins, which mean nothing in TypeScript. */
const FOREIGN_NAMES =
  "len str list print None True pass self def lambda is not and del int dict id range object type".split(" ");

export class Maker {
  readonly records: RecordType[] = [];
  readonly enums: EnumType[] = [];
  readonly classes: ClassType[] = [];
  private scopes: { variables: Variable[]; functions: FunctionType[] }[] = [{ variables: [], functions: [] }];
  place: FunctionPlace = { form: "module", result: null, self: null, throws: false, cost: 0 };
  targets: Target[] = [];
  tryDepth = 0;
  /** How often the present place runs for each run of its function. */
  runs = 1;
  private names = 0;
  private readonly used = new Set<string>();

  constructor(readonly choices: Choices) {}

  /** An expression of the type; a number is a 32-bit integer. */
  expression(type: Type, depth: number): Code {
    const rules = RULES[type.kind](type as never);
    if (depth <= 0) return (rules[0] as Rule).make(this, 0) as Code;
    for (const rule of this.choices.order(rules)) {
      const made = rule.make(this, depth - 1);
      if (made) return made;
    }
    throw new Error(`no rule for ${type.kind}`);
  }

  /** A type, for which some of the foreign names would mean something. */
  typeName(prefix: string): string {
    this.names++;
    return `${prefix}${this.names}`;
  }

  name(prefix: string): string {
    if (this.choices.chance(6)) {
      const foreign = this.choices.pick(FOREIGN_NAMES);
      if (!this.used.has(foreign)) {
        this.used.add(foreign);
        return foreign;
      }
    }
    this.names++;
    return `${prefix}${this.names}`;
  }

  declare(variable: Variable): void {
    this.scopes.at(-1)?.variables.push(variable);
  }

  declareFunction(made: FunctionType): void {
    this.scopes.at(-1)?.functions.push(made);
  }

  /** Outside of all blocks and functions. */
  get isAtTop(): boolean {
    return this.scopes.length === 1 && this.place.form === "module";
  }

  get variables(): Variable[] {
    return this.scopes.flatMap(({ variables }) => variables);
  }

  get functions(): FunctionType[] {
    return this.scopes.flatMap(({ functions }) => functions);
  }

  variablesOf(type: Type): Variable[] {
    return this.variables.filter((variable) => isSame(variable.type, type));
  }

  /** A scope for what is declared meanwhile. */
  scope<T>(work: () => T, without: readonly string[] = []): T {
    const outer = this.scopes;
    const kept = outer.map(({ variables, functions }) => ({
      variables: variables.filter(({ name }) => !without.includes(name)),
      functions: functions.filter(({ name }) => !without.includes(name)),
    }));
    this.scopes = [...(without.length > 0 ? kept : outer), { variables: [], functions: [] }];
    try {
      return work();
    } finally {
      this.scopes = outer;
    }
  }

  /** A function's body: `return`, `break` and `this` mean its own. */
  within<T>(place: FunctionPlace, work: () => T): T {
    const { place: outer, targets, tryDepth, runs } = this;
    Object.assign(this, { place, targets: [], tryDepth: 0, runs: 1 });
    try {
      return this.scope(work);
    } finally {
      Object.assign(this, { place: outer, targets, tryDepth, runs });
    }
  }

  /** A place that runs so many times. */
  repeated<T>(times: number, work: () => T): T {
    const { runs } = this;
    this.runs = runs * times;
    try {
      return work();
    } finally {
      this.runs = runs;
    }
  }

  /** A function that is called for each of a few items. */
  callback<T>(param: Variable, work: () => T): T {
    return this.still(() =>
      this.repeated(4, () =>
        this.scope(() => {
          this.declare(param);
          return work();
        }),
      ),
    );
  }

  /** Where nothing may be awaited. @param self what `this` is there */
  still<T>(work: () => T, self = this.place.self): T {
    const { place } = this;
    const inner = { ...place, self, form: place.form === "async" ? ("plain" as const) : place.form };
    this.place = inner;
    try {
      return work();
    } finally {
      this.place = place;
      Object.assign(place, { cost: inner.cost, throws: inner.throws });
    }
  }

  /** Whether something of this cost may run here; it is counted then. */
  affords(cost: number): boolean {
    if (this.runs * cost + this.place.cost > RUNS_MAX) return false;
    this.place.cost += this.runs * cost;
    return true;
  }

  /** Whether an error may be thrown here; the function is known to throw then. */
  mayThrow(): boolean {
    if (this.tryDepth > 0) return true;
    if (!this.place.mayThrow) return false;
    this.place.throws = true;
    return true;
  }
}
