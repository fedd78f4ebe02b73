# Records whose keys somebody looks at: keys that come later, spread and rest.


# record.key = value where the record may have been made without the key: it comes last, as in JavaScript. An entry of
# `_keys` is as in ts_json; from here on None under this key means undefined.
def ts_put_key(o, attribute, name, value):
    setattr(o, attribute, value)
    keys = []
    known = False
    for entry in o._keys:
        if (entry[1] if isinstance(entry, tuple) else entry) == name:
            entry = (attribute, name, True)
            known = True
        keys.append(entry)
    if not known:
        keys.append((attribute, name, True))
    o._keys = tuple(keys)


# { ...a, b: 1 }: the parts in order, literal keys being parts of their own; a later value keeps an earlier place.
# needs: ts_Record
def ts_merge(*parts):
    o = ts_Record()
    keys = []
    names = []
    for part in parts:
        if part is None:
            continue
        for entry in part._keys:
            attribute = entry[0] if isinstance(entry, tuple) else entry
            if attribute in names:
                keys[names.index(attribute)] = entry
            else:
                names.append(attribute)
                keys.append(entry)
            setattr(o, attribute, getattr(part, attribute))
    o._keys = tuple(keys)
    return o


# const { a, ...rest } = record: what is left when the named attributes are taken.
# needs: ts_Record
def ts_rest(part, taken):
    o = ts_Record()
    keys = []
    for entry in part._keys:
        attribute = entry[0] if isinstance(entry, tuple) else entry
        if attribute not in taken:
            keys.append(entry)
            setattr(o, attribute, getattr(part, attribute))
    o._keys = tuple(keys)
    return o
