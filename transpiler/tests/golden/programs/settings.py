from app._ts import ts_json_parse, ts_Record, TsMap, ts_rest, ts_json, ts_log


class Settings(ts_Record):
    _keys = ("name", "retries", "hosts")

    def __init__(self, name, retries, hosts):
        self.name = name
        self.retries = retries
        self.hosts = hosts


class Record(ts_Record):
    _keys = ("name", "hosts")

    def __init__(self, name, hosts):
        self.name = name
        self.hosts = hosts


def read(source):
    value = ts_json_parse(source)
    if value is None or isinstance(value, (str, int, bool)) or isinstance(value, (list, tuple)):
        return DEFAULTS
    name = value.d["name"] if "name" in value.d else ""
    retries = value.d["retries"] if "retries" in value.d else -1
    hosts = value.d["hosts"] if "hosts" in value.d else []
    texts = []
    if isinstance(hosts, (list, tuple)):
        for host in hosts:
            if isinstance(host, str):
                texts.append(host)
    return Settings(name if isinstance(name, str) and name != "" else DEFAULTS.name, max(0, min(retries, 9)) if isinstance(retries, int) and retries >= 0 else DEFAULTS.retries, texts)


DEFAULTS = Settings("gateway", 3, [])
seen = TsMap()
for source in ('{"name":"north","retries":12}', '{"hosts":["a","b",3]}', '{"name":""}', "[1]"):
    parts = read(source)
    name = parts.name
    retries = parts.retries
    rest = ts_rest(parts, ("name", "retries"))
    _t = seen.get(name)
    seen.set(name, ((0 if _t is None else _t) + retries) & 0xff)
    ts_log(name, retries, "+".join(rest.hosts), ts_json(Record(name, rest.hosts)))
for name_1, total in seen.walk(3):
    print("%s: %s" % (name_1, total))
