"""Reads a JSON list of Python sources, writes the list of their trees as Python itself reads them.

The form is that of shape.ts: nested lists that begin with the kind of the node.
A source that Python refuses becomes the text of the refusal.
"""
import ast
import json
import sys

OPERATORS = {
    ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.FloorDiv: "//", ast.Mod: "%", ast.Pow: "**",
    ast.BitAnd: "&", ast.BitOr: "|", ast.BitXor: "^", ast.LShift: "<<", ast.RShift: ">>",
    ast.USub: "-", ast.UAdd: "+", ast.Invert: "~", ast.Not: "not", ast.And: "and", ast.Or: "or",
    ast.Eq: "==", ast.NotEq: "!=", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=",
    ast.Is: "is", ast.IsNot: "is not", ast.In: "in", ast.NotIn: "not in",
}


def op(node):
    return OPERATORS[type(node)]


def constant(node):
    value = node.value
    if value is None or value is True or value is False:
        return ["constant", str(value)]
    if isinstance(value, int):
        return ["int", str(value)]
    if isinstance(value, float):
        return ["float", value]
    if isinstance(value, bytes):
        return ["bytes", list(value)]
    return ["str", value]


def arguments(node):
    names = [argument.arg for argument in node.args]
    required = len(names) - len(node.defaults)
    defaults = [None] * required + [shape(default) for default in node.defaults]
    rest = [["*" + node.vararg.arg, None]] if node.vararg else []
    return [list(pair) for pair in zip(names, defaults)] + rest


def compare(node):
    assert len(node.ops) == 1, "a chained comparison"
    return ["compare", op(node.ops[0]), shape(node.left), shape(node.comparators[0])]


def subscript(node):
    if isinstance(node.slice, ast.Slice):
        assert node.slice.step is None
        return ["slice", shape(node.value), shape(node.slice.lower), shape(node.slice.upper)]
    return ["index", shape(node.value), shape(node.slice)]


def comprehension(node):
    [generator] = node.generators
    assert len(generator.ifs) < 2
    test = shape(generator.ifs[0]) if generator.ifs else None
    return ["listComp", shape(node.elt), shape(generator.target), shape(generator.iter), test]


def handler(node):
    return [shape(node.type), node.name, shapes(node.body)]


def aliases(node):
    return [[alias.name, alias.asname] for alias in node.names]


SHAPES = {
    ast.Name: lambda n: ["name", n.id],
    ast.Constant: constant,
    ast.Attribute: lambda n: ["attribute", shape(n.value), n.attr],
    ast.Subscript: subscript,
    ast.Call: lambda n: ["call", shape(n.func), shapes(n.args), [[k.arg, shape(k.value)] for k in n.keywords]],
    ast.Starred: lambda n: ["star", shape(n.value)],
    ast.BinOp: lambda n: ["binary", op(n.op), shape(n.left), shape(n.right)],
    ast.UnaryOp: lambda n: ["unary", op(n.op), shape(n.operand)],
    ast.Compare: compare,
    ast.BoolOp: lambda n: ["bool", op(n.op), shapes(n.values)],
    ast.IfExp: lambda n: ["conditional", shape(n.test), shape(n.body), shape(n.orelse)],
    ast.List: lambda n: ["list", shapes(n.elts)],
    ast.Tuple: lambda n: ["tuple", shapes(n.elts)],
    ast.Dict: lambda n: ["dict", [[shape(k), shape(v)] for k, v in zip(n.keys, n.values)]],
    ast.Lambda: lambda n: ["lambda", arguments(n.args), shape(n.body)],
    ast.NamedExpr: lambda n: ["walrus", n.target.id, shape(n.value)],
    ast.Yield: lambda n: ["yield", shape(n.value)],
    ast.YieldFrom: lambda n: ["yieldFrom", shape(n.value)],
    ast.ListComp: comprehension,
    ast.Expr: lambda n: ["expression", shape(n.value)],
    ast.Assign: lambda n: ["assign", shape(n.targets[0]), shape(n.value)],
    ast.AugAssign: lambda n: ["augmented", shape(n.target), op(n.op), shape(n.value)],
    ast.If: lambda n: ["if", shape(n.test), shapes(n.body), shapes(n.orelse)],
    ast.While: lambda n: ["while", shape(n.test), shapes(n.body)],
    ast.For: lambda n: ["for", shape(n.target), shape(n.iter), shapes(n.body)],
    ast.Break: lambda n: ["break"],
    ast.Continue: lambda n: ["continue"],
    ast.Pass: lambda n: ["pass"],
    ast.Return: lambda n: ["return", shape(n.value)],
    ast.Raise: lambda n: ["raise", shape(n.exc)],
    ast.Try: lambda n: ["try", shapes(n.body), [handler(h) for h in n.handlers], shapes(n.finalbody)],
    ast.FunctionDef: lambda n: ["def", n.name, arguments(n.args), shapes(n.body), shapes(n.decorator_list)],
    ast.ClassDef: lambda n: ["class", n.name, shapes(n.bases), shapes(n.body)],
    ast.Global: lambda n: ["global", n.names],
    ast.Nonlocal: lambda n: ["nonlocal", n.names],
    ast.Import: lambda n: ["import", aliases(n)],
    ast.ImportFrom: lambda n: ["from", n.module, aliases(n)],
    ast.Delete: lambda n: ["delete", shapes(n.targets)],
}


def shape(node):
    return None if node is None else SHAPES[type(node)](node)


def shapes(nodes):
    return [shape(node) for node in nodes]


def read(source):
    try:
        return shapes(ast.parse(source).body)
    except (SyntaxError, AssertionError) as error:
        return str(error)


sys.setrecursionlimit(10000)
json.dump([read(source) for source in json.load(sys.stdin)], sys.stdout)
