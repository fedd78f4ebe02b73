// Where a body may take the place of a call: as a whole statement, `f()`, `return f()`, `x = f()`.
import { NONE, py } from "../lower/py.ts";
import type { Expr, Stmt } from "../python/ast.ts";
import { before } from "../tidy/order.ts";
import { mapBlocks, nodesOf } from "../tidy/walk.ts";
import { Host, mayStandElsewhere, type Placed, withNames } from "./body.ts";
import type { Definition, OnlyCalls } from "./candidates.ts";
import { givesNothing, mayEnd, returnsIn, withEnds, withLastReturns } from "./ends.ts";
import { depthOf, STACK_WORDS, wordsAround, wordsOfFrame } from "./frame.ts";
import { withPlaces } from "./spans.ts";

/** Frames beyond it, of any function, would be worse to have than a call. */
const FRAME_WORDS_MAX = 32;

/** What is known of the names at the top of a module. */
export interface TopLevel {
  /** Those that MicroPython replaces by their values. */
  readonly constants: ReadonlySet<string>;
  /** Those that functions assign. */
  readonly changing: ReadonlySet<string>;
}

/** Where a statement stands in its function. */
interface Place {
  /** Nothing of the function comes after it. */
  readonly isLast: boolean;
  /** A try stands around it. */
  readonly isTried: boolean;
  /** What the loops and tries around keep in the frame. */
  readonly words: number;
}

export class Inliner {
  /** Functions whose bodies stand elsewhere now. */
  readonly gone = new Set<Definition>();
  private readonly made = new Map<Definition, Definition>();
  private readonly pending = new Set<Definition>();

  constructor(
    private readonly calls: OnlyCalls,
    private readonly top: TopLevel,
  ) {}

  /** The function with the bodies of others in it. */
  of(definition: Definition): Definition {
    const known = this.made.get(definition);
    if (known) return known;
    this.pending.add(definition);
    const holdsCalls = (nodesOf(definition.body) as unknown as Expr[]).some((node) => this.calls.has(node));
    const made =
      holdsCalls && isHost(definition) ? new Places(this, definition, this.calls, this.top).filled() : definition;
    this.pending.delete(definition);
    this.made.set(definition, made);
    return made;
  }

  /** What may stand in another function's place of a call; null where the function calls itself, by however many others. */
  bodyOf(definition: Definition): Definition | null {
    if (this.pending.has(definition)) return null;
    const made = this.of(definition);
    return mayStandElsewhere(made) ? { ...made, body: withPlaces(made.body, made.span) } : null;
  }
}

/** Its statements are run as they stand: by bytecode, and at one go. */
function isHost({ emitter, body }: Definition): boolean {
  return emitter === undefined && !nodesOf(body).some(({ kind }) => kind === "yield" || kind === "yieldFrom");
}

class Places {
  private readonly host: Host;
  /** The words that the deepest expression takes. */
  private depth: number;
  /** How many bodies it has got. */
  private gone = 0;

  constructor(
    private readonly inliner: Inliner,
    private readonly definition: Definition,
    private readonly calls: OnlyCalls,
    { constants, changing }: TopLevel,
  ) {
    this.host = new Host(definition, constants, changing);
    this.depth = depthOf(definition.body);
  }

  filled(): Definition {
    const body = withPlaces(this.definition.body, this.definition.span);
    const made = this.block(body, { isLast: true, isTried: false, words: 0 });
    return made === body ? this.definition : { ...this.definition, body: made };
  }

  private block(body: readonly Stmt[], place: Place): readonly Stmt[] {
    const made = body.map((statement, i) => {
      const here = { ...place, isLast: place.isLast && i === body.length - 1 };
      return this.placed(statement, here);
    });
    return made.every((now, i) => now.length === 1 && now[0] === body[i]) ? body : made.flat();
  }

  private within(statement: Stmt, { isLast, isTried, words }: Place): Stmt {
    if (statement.kind === "def" || statement.kind === "class") return statement;
    const place = {
      isLast: isLast && statement.kind === "if",
      isTried: isTried || statement.kind === "try",
      words: words + wordsAround(statement),
    };
    let isChanged = false;
    const made = mapBlocks(statement, (body) => {
      const now = this.block(body, place);
      isChanged ||= now !== body;
      return now.length > 0 || body.length === 0 ? now : [{ kind: "pass" }];
    });
    return isChanged ? made : statement;
  }

  private placed(statement: Stmt, place: Place): readonly Stmt[] {
    const made =
      this.inPlaceOf(statement, place) ?? this.ofChoice(statement, place) ?? this.beforeRest(statement, place);
    return made ?? [this.within(statement, place)];
  }

  /** `x = a if test else f()`: each in a branch of its own, where that brings a body into one of them. */
  private ofChoice(statement: Stmt, place: Place): readonly Stmt[] | null {
    const made = asBranches(statement);
    if (made === null || !this.holdsCall(statement)) return null;
    const count = this.gone;
    const now = this.placed(made, place);
    return this.gone > count ? now : null;
  }

  /** `if f(): …`: the body first, then the statement with what it gave, where nothing before it can tell. */
  private beforeRest(statement: Stmt, place: Place): readonly Stmt[] | null {
    if (!this.holdsCall(statement)) return null;
    const calls = (nodesOf(mapBlocks(statement, () => [])) as unknown as Expr[]).filter((one) => this.calls.has(one));
    for (const call of calls) {
      const rest = instead(statement, call, py.name(VALUE)) as Stmt;
      const earlier = before(rest, VALUE);
      if (!earlier || earlier.acts || earlier.readsHeap) continue;
      if ([...earlier.names].some((name) => !this.host.isSteady(name))) continue;
      const value = py.assign(py.name(VALUE), call, statement.span);
      const made = this.inPlaceOf(value, { ...place, isLast: false, words: place.words + 1 });
      if (made === null) continue;
      const named = new Map([[VALUE, py.name(this.host.temporary)]]);
      return [...(withNames(made, named) as Stmt[]), ...this.placed(withNames(rest, named) as Stmt, place)];
    }
    return null;
  }

  private holdsCall(statement: Stmt): boolean {
    const own = nodesOf(mapBlocks(statement, () => []));
    return (own as unknown as Expr[]).some((one) => this.calls.has(one));
  }

  private inPlaceOf(statement: Stmt, place: Place): readonly Stmt[] | null {
    const call = callIn(statement);
    const callee = call && this.calls.get(call);
    if (!callee || callee === this.definition || (call.keywords ?? []).length > 0) return null;
    const made = this.inliner.bodyOf(callee);
    if (made === null) return null;
    const given = call.callee.kind === "attribute" ? [call.callee.object, ...call.args] : call.args;
    const size = this.host.size;
    const placed = this.host.bodyFor(made, given, statement.span);
    const body = placed && bodyIn(statement, place, placed);
    if (!placed || !body || !this.fits(made, [...placed.head, ...body], place, size)) {
      this.host.forget(size);
      return null;
    }
    this.inliner.gone.add(callee);
    this.gone++;
    return [...placed.head, ...body];
  }

  /** A frame does not go to the heap for it that did not before. */
  private fits(callee: Definition, body: readonly Stmt[], { words }: Place, size: number): boolean {
    const depth = Math.max(this.depth, words + depthOf(body));
    const now = this.host.size + depth;
    const isOnHeap = Math.max(size + this.depth, wordsOfFrame(callee)) > STACK_WORDS;
    const fits = now <= (isOnHeap ? FRAME_WORDS_MAX : STACK_WORDS);
    if (fits) this.depth = depth;
    return fits;
  }
}

type Call = Extract<Expr, { kind: "call" }>;

/** The call that is all of a statement, but for who takes its value. */
function callIn(statement: Stmt): Call | null {
  if (statement.kind !== "expression" && statement.kind !== "return" && statement.kind !== "assign") return null;
  if (statement.kind === "assign" && !isSimple(statement.target)) return null;
  return statement.value?.kind === "call" ? statement.value : null;
}

/** Stands for the value of a call that is made before the rest of its statement. */
const VALUE = "_t_value";

/** A statement whose value is one of two, as two statements. */
function asBranches(statement: Stmt): Stmt | null {
  if (statement.kind !== "return" && statement.kind !== "assign") return null;
  const { value, span } = statement;
  if (value?.kind !== "conditional" || (statement.kind === "assign" && !isSimple(statement.target))) return null;
  const giving = (one: Expr): readonly Stmt[] => [{ ...statement, value: one }];
  return py.if(value.test, giving(value.then), giving(value.otherwise), span);
}

function instead(node: unknown, sought: Expr, now: Expr): unknown {
  if (node === sought) return now;
  if (Array.isArray(node)) return node.map((one) => instead(one, sought, now));
  if (node === null || typeof node !== "object") return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, key === "span" ? value : instead(value, sought, now)]),
  );
}

/** A variable, or an object's own: where its value goes is known before, and nothing acts. */
function isSimple(target: Expr): boolean {
  return target.kind === "name" || (target.kind === "attribute" && !target.acts && target.object.kind === "name");
}

/** The body so that what it gives goes where the statement had it; null where that cannot be. */
function bodyIn(statement: Stmt, { isLast, isTried }: Place, { body }: Placed): readonly Stmt[] | null {
  if (statement.kind === "return") {
    if (isTried && returnsIn(body).length > 0) return null;
    return mayEnd(body) ? [...body, py.return(NONE, statement.span)] : body;
  }
  const last = withLastReturns(body);
  if (statement.kind === "assign") {
    const { target } = statement;
    return last && withEnds(last, (value, span = statement.span) => [py.assign(target, value ?? NONE, span)]);
  }
  if (last) return withEnds(last, (value, span) => (value && !isIdle(value) ? [py.expression(value, span)] : []));
  return isLast && !isTried && returnsIn(body).every(givesNothing) ? body : null;
}

/** Nothing is lost when nobody evaluates it. */
function isIdle({ kind }: Expr): boolean {
  return kind === "name" || kind === "constant" || kind === "int" || kind === "str";
}
