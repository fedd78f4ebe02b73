"""Lists what stub files declare. Reads {path: text} as JSON from stdin and writes, as JSON, for every module its names:
{module: {name: null | [members]}}, the members of a class with those that it inherits, and the parameters of its
constructor and of every function as `name(parameter)`."""

import ast
import json
import sys

stubs = json.load(sys.stdin)
classes = {}


def statements(body):
    """Also those under `if sys.version_info …`."""
    for node in body:
        if isinstance(node, ast.If):
            yield from statements(node.body + node.orelse)
        else:
            yield node


def names(body):
    for node in statements(body):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node.name
            for parameter in node.args.posonlyargs + node.args.args + node.args.kwonlyargs:
                yield f"{node.name}({parameter.arg})"
            if node.args.kwarg:
                yield f"{node.name}(**)"
        elif isinstance(node, ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            yield node.target.id
        elif isinstance(node, ast.Assign):
            yield from (target.id for target in node.targets if isinstance(target, ast.Name))
        elif isinstance(node, (ast.Import, ast.ImportFrom)):
            yield from ((alias.asname or alias.name) for alias in node.names)


def members(name, seen=()):
    found = set()
    for node in classes.get(name, []):
        found.update(names(node.body))
        for base in node.bases:
            base_name = base.id if isinstance(base, ast.Name) else getattr(base, "attr", None)
            if base_name and base_name not in seen:
                found.update(members(base_name, (*seen, name)))
    return found


def module_name(path):
    return path[: -len(".pyi")].replace("/__init__", "").replace("/", ".")


trees = {module_name(path): ast.parse(text) for path, text in stubs.items()}
for tree in trees.values():
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            classes.setdefault(node.name, []).append(node)

json.dump(
    {
        module: {name: sorted(members(name)) if name in classes else None for name in names(tree.body)}
        for module, tree in trees.items()
    },
    sys.stdout,
)
