// Takes out temporaries that nothing needs: the lowering puts a value in one where something might come between its
// evaluation and its use, and here it shows that nothing does.
import type { Expr, Stmt } from "../python/ast.ts";
import { isSamePlace } from "../python/same-place.ts";
import { before, type Doings, doingsOf } from "./order.ts";
import { type Uses, usesIn } from "./scope.ts";
import { mapBlocks, mentions, nodesOf, substitute } from "./walk.ts";

/** The lowering's own names; the author's never begin like this. */
const TEMPORARY = /^_t\d*$/;

export function withoutTemporaries(module: readonly Stmt[]): readonly Stmt[] {
  return new Scope(module, sharedNames(module)).tidy(module);
}

/** Names that a function may assign for another: a call may change them. */
function sharedNames(module: readonly Stmt[]): ReadonlySet<string> {
  const shared = new Set<string>();
  for (const node of nodesOf(module)) {
    if (node.kind === "global" || node.kind === "nonlocal")
      for (const name of node.names as readonly string[]) shared.add(name);
  }
  return shared;
}

class Scope {
  private readonly uses: Uses;
  /** How many try statements of this function stand around the present place. */
  private tries = 0;

  constructor(
    body: readonly Stmt[],
    private readonly shared: ReadonlySet<string>,
  ) {
    this.uses = usesIn(body);
  }

  tidy(body: readonly Stmt[]): readonly Stmt[] {
    const out: Stmt[] = [];
    for (const statement of this.withoutCopies(body)) {
      out.push(this.blocks(statement));
      while (this.shorten(out));
    }
    return out;
  }

  /** `_t = x` and all that uses _t, where x stays what it is until then: it is x that they use. */
  private withoutCopies(body: readonly Stmt[]): readonly Stmt[] {
    const out = [...body];
    for (let i = 0; i < out.length; ) {
      const copy = copyIn(out[i] as Stmt);
      if (copy && this.isNeedless(copy, out.slice(i + 1))) {
        out.splice(i, 1);
        for (let k = i; k < out.length; k++)
          if (mentions(out[k], copy.id)) out[k] = substitute(out[k] as Stmt, copy.id, copy.source);
      } else i++;
    }
    return out;
  }

  private isNeedless({ id, source }: Copy, rest: readonly Stmt[]): boolean {
    const [own, from] = [this.uses.get(id), this.uses.get(source.id)];
    if (own?.writes !== 1 || own.captured || !from || from.captured || this.shared.has(source.id)) return false;
    const last = rest.map((later) => mentions(later, id)).lastIndexOf(true);
    const between = usesIn(rest.slice(0, last + 1));
    if (between.get(id)?.reads !== own.reads || between.get(source.id)?.writes) return false;
    from.reads += own.reads - 1;
    return true;
  }

  private blocks(statement: Stmt): Stmt {
    if (statement.kind === "def" || statement.kind === "class")
      return mapBlocks(statement, (body) => new Scope(body, this.shared).tidy(body));
    const isTry = statement.kind === "try";
    if (isTry) this.tries++;
    const made = mapBlocks(statement, (body) => this.tidy(body));
    if (isTry) this.tries--;
    return made;
  }

  /** One step at the end of the statements so far; false when there is none. */
  private shorten(out: Stmt[]): boolean {
    return this.stepInPlace(out) || this.inline(out) || this.stepAfter(out);
  }

  /** `_t = x` and `x = _t + 1`: the step is x's own. */
  private stepInPlace(out: Stmt[]): boolean {
    const [first, second] = out.slice(-2);
    if (first?.kind !== "assign" || second?.kind !== "assign" || first.target.kind !== "name") return false;
    const { target, value, span } = second;
    if (!isSamePlace(first.value, target) || value.kind !== "binary" || !isSamePlace(value.left, first.target))
      return false;
    const use = this.uses.get(first.target.id);
    if (!TEMPORARY.test(first.target.id) || use === undefined || value.right.kind !== "int") return false;
    use.reads--;
    out.splice(-1, 1, { kind: "augmented", target, operator: value.operator, value: value.right, span });
    return true;
  }

  /** `_t = value` and the one statement that uses it become one. */
  private inline(out: Stmt[]): boolean {
    const [first, second] = out.slice(-2);
    if (first === undefined || second === undefined) return false;
    const name = this.temporary(first);
    if (name === null || first.kind !== "assign" || !mentions(second, name)) return false;
    const earlier = before(second, name);
    if (earlier === null || !this.mayMove(first.value, earlier, second)) return false;
    out.splice(-2, 2, { ...substitute(second, name, first.value), span: second.span ?? first.span });
    return true;
  }

  /** The name of a temporary that is written here alone and read once more. */
  private temporary(statement: Stmt): string | null {
    if (statement.kind !== "assign" || statement.target.kind !== "name") return null;
    const { id } = statement.target;
    const use = this.uses.get(id);
    return TEMPORARY.test(id) && use?.writes === 1 && use.reads === 1 && !use.captured ? id : null;
  }

  /** Evaluating the value later, after what stands before its use, gives the same and shows nowhere. */
  private mayMove(value: Expr, earlier: Doings, into: Stmt): boolean {
    if (holdsYield(value)) return (into.kind === "assign" || into.kind === "return") && into.value?.kind === "name";
    const own = doingsOf(value);
    const readsShared = (doings: Doings) => [...doings.names].some((name) => this.shared.has(name));
    if (own.acts) return !earlier.acts && !earlier.readsHeap && !readsShared(earlier);
    return !earlier.acts || (!own.readsHeap && !readsShared(own));
  }

  /** `_t = x`, `x += 1` and a statement that uses `_t` but not x: the step comes last, and x itself is used. */
  private stepAfter(out: Stmt[]): boolean {
    const [first, step, second] = out.slice(-3);
    if (first?.kind !== "assign" || step?.kind !== "augmented" || second === undefined) return false;
    const name = this.temporary(first);
    if (name === null || !isSamePlace(first.value, step.target) || step.value.kind !== "int") return false;
    if (!isStraight(second) || !mentions(second, name) || !this.isUnseen(step.target, second)) return false;
    out.splice(-3, 3, { ...substitute(second, name, first.value), span: second.span ?? first.span });
    while (this.shorten(out));
    out.push(step);
    return true;
  }

  /** The statement neither reads nor changes the place, whatever it calls; nor does who catches what it throws. */
  private isUnseen(place: Expr, statement: Stmt): boolean {
    const doings = statementDoings(statement);
    if (doings.acts && this.tries > 0) return false;
    if (place.kind === "name") {
      const captured = this.uses.get(place.id)?.captured ?? true;
      return !mentions(statement, place.id) && !(doings.acts && (captured || this.shared.has(place.id)));
    }
    if (place.kind !== "attribute" || doings.acts) return false;
    for (const node of nodesOf(statement)) if (node.kind === "attribute" && node.name === place.name) return false;
    return place.object.kind === "name" && !assigns(statement, place.object.id);
  }
}

interface Copy {
  readonly id: string;
  readonly source: Extract<Expr, { kind: "name" }>;
}

/** `_t = x`. */
function copyIn(statement: Stmt): Copy | null {
  if (statement.kind !== "assign" || statement.target.kind !== "name" || statement.value.kind !== "name") return null;
  return TEMPORARY.test(statement.target.id) ? { id: statement.target.id, source: statement.value } : null;
}

function holdsYield(expr: Expr): boolean {
  for (const node of nodesOf(expr)) if (node.kind === "yield" || node.kind === "yieldFrom") return true;
  return false;
}

function isStraight(statement: Stmt): boolean {
  return statement.kind === "assign" || statement.kind === "expression" || statement.kind === "augmented";
}

function statementDoings(statement: Stmt): Doings {
  const parts =
    statement.kind === "assign" || statement.kind === "augmented"
      ? [statement.value, statement.target]
      : statement.kind === "expression"
        ? [statement.value]
        : [];
  return doingsOf({ kind: "tuple", items: parts });
}

function assigns(statement: Stmt, name: string): boolean {
  return statement.kind === "assign" && statement.target.kind === "name" && statement.target.id === name;
}
