"""Lists what Python files use of the modules that they import. Reads {path: text} as JSON from stdin and writes, as JSON,
paths of names: ["machine", "Timer", "ONE_SHOT"] for `import machine` and `machine.Timer.ONE_SHOT`, ["machine", "Pin"] for
`from machine import Pin`."""

import ast
import json
import sys

used = set()


def path_of(node):
    """The names of a.b.c; None for anything else."""
    if isinstance(node, ast.Name):
        return (node.id,)
    if isinstance(node, ast.Attribute):
        path = path_of(node.value)
        return path and (*path, node.attr)
    return None


for text in json.load(sys.stdin).values():
    tree = ast.parse(text)
    # What a name of the file stands for.
    known = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                used.add((alias.name,))
                if "." not in alias.name:
                    known[alias.asname or alias.name] = (alias.name,)
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                used.add((node.module, alias.name))
                known[alias.asname or alias.name] = (node.module, alias.name)
    for node in ast.walk(tree):
        path = path_of(node)
        if path and len(path) > 1 and path[0] in known:
            used.add((*known[path[0]], *path[1:]))

json.dump(sorted(used), sys.stdout)
