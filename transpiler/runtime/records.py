# Records whose keys somebody looks at: keys that come later, spread and rest.


# record.key = value where the record may have been made without the key: it comes last, as in JavaScript. An entry of
# `_keys` is as in ts_json; from here on None under this key means undefined.
def ts_put_key(o, attribute, name, value):
    setattr(o, attribute, value)
    keys = []
    known = False
    for entry in getattr(o, "_keys", ()):
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
            setattr(o, attribute, getattr(part, attribute, None))
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


# Object.keys(record): the names in the object's own list.
def ts_own_keys(o):
    return [k[1] if isinstance(k, tuple) else k for k in o._keys]


# Object.values(record)
def ts_own_values(o):
    return [getattr(o, k[0] if isinstance(k, tuple) else k, None) for k in o._keys]


# Object.entries(record)
def ts_own_entries(o):
    return [(k[1], getattr(o, k[0], None)) if isinstance(k, tuple) else (k, getattr(o, k, None)) for k in o._keys]


# "name" in record, Object.hasOwn(record, name)
def ts_has_own(o, name):
    for k in o._keys:
        if (k[1] if isinstance(k, tuple) else k) == name:
            return True
    return False


# delete record.name
def ts_delete_key(o, attribute, name):
    setattr(o, attribute, None)
    o._keys = tuple([k for k in o._keys if (k[1] if isinstance(k, tuple) else k) != name])


# Object.assign(record, …)
# needs: ts_put_key
def ts_assign(o, *sources):
    for source in sources:
        for k in source._keys if source is not None else ():
            attribute, name = k[:2] if isinstance(k, tuple) else (k, k)
            ts_put_key(o, attribute, name, getattr(source, attribute, None))
    return o


# Object.values(dictionary)
def ts_dict_values(o):
    return [o.d[k] for k in o.keys()]


# Object.entries(dictionary)
def ts_dict_entries(o):
    return [(k, o.d[k]) for k in o.keys()]


# Object.assign(dictionary, …), of dictionaries, records, and pairs of a literal.
# needs: TsDict
def ts_assign_dict(o, *parts):
    for part in parts:
        if isinstance(part, tuple):
            pairs = part
        elif isinstance(part, TsDict):
            pairs = [(k, part.d[k]) for k in part.keys()]
        elif part is None:
            continue
        else:
            pairs = [(k[1], getattr(part, k[0], None)) if isinstance(k, tuple) else (k, getattr(part, k, None)) for k in part._keys]
        for key, value in pairs:
            o.set(key, value)
    return o


# { ...a, [key]: value }: a dictionary of parts.
# needs: TsDict, ts_assign_dict
def ts_dict(*parts):
    return ts_assign_dict(TsDict(), *parts)


# const { a, ...rest } = dictionary
# needs: TsDict
def ts_dict_rest(o, taken):
    return TsDict([(k, o.d[k]) for k in o.keys() if k not in taken])


# What every object of JavaScript has under its name, its own or not.
# late: it never changes
_inherited = (
    "constructor",
    "hasOwnProperty",
    "isPrototypeOf",
    "propertyIsEnumerable",
    "toLocaleString",
    "toString",
    "valueOf",
    "__proto__",
    "__defineGetter__",
    "__defineSetter__",
    "__lookupGetter__",
    "__lookupSetter__",
)


# key in dictionary
# needs: _inherited
def ts_in(o, key):
    return key in o.d or key in _inherited


# dictionary[key], or undefined: what it has only as every object has is no value of its type, and stops.
# needs: _inherited
def ts_lookup(d, key):
    if key not in d and key in _inherited:
        raise KeyError(key)
    return d.get(key)
