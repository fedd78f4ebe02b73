# Iterators, beyond what Python's own loops do.


# const [a, b] = iterable: its first items, None for what is missing, and with `rest` a list of all others at the end.
# Fewer than `required`, where the types have no undefined, stop.
# needs: RangeError
def ts_take(iterable, count, required, rest=False):
    it = iter(iterable)
    items = []
    while len(items) < count:
        item = next(it, items)
        if item is items:
            break
        items.append(item)
    if len(items) < required:
        raise RangeError("only " + str(len(items)) + " items to take apart")
    while len(items) < count:
        items.append(None)
    if rest:
        items.append(list(it))
    return items
