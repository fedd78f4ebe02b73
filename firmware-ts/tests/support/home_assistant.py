# Home Assistant as its own source has it: what its MQTT integration accepts (read with ast, nothing of it is run), and what
# its templates make of a payload (rendered with Jinja, as it does).
#
#   home_assistant.py rules WHEEL      prints the rules as JSON
#   home_assistant.py render           takes a list of {"template","payload"} or {"template","value"}, gives texts and names
import ast
import json
import re
import sys
import zipfile
from datetime import datetime, timedelta, timezone

PLATFORMS = ["event", "sensor", "binary_sensor", "button", "notify"]
MQTT = "homeassistant.components.mqtt"


class Source:
    """The modules of the package: their top level, found by name, and what stands there evaluated as far as it is data."""

    def __init__(self, wheel):
        self.zip = zipfile.ZipFile(wheel)
        self.modules = {}

    def path(self, module):
        path = module.replace(".", "/")
        names = self.zip.NameToInfo
        return path + ".py" if path + ".py" in names else path + "/__init__.py"

    def module(self, name):
        if name not in self.modules:
            defined = {}
            tree = ast.parse(self.zip.read(self.path(name)))
            for node in tree.body:
                self.define(name, node, defined)
            self.modules[name] = defined
        return self.modules[name]

    def define(self, module, node, defined):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            defined[node.targets[0].id] = node.value
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value:
            defined[node.target.id] = node.value
        elif isinstance(node, ast.ClassDef):
            defined[node.name] = node
        elif isinstance(node, ast.ImportFrom):
            package = module if self.path(module).endswith("__init__.py") else module.rpartition(".")[0]
            source = node.module or ""
            origin = (package + ("." + source if source else "")) if node.level else source
            for alias in node.names:
                defined[alias.asname or alias.name] = (origin, alias.name)

    def find(self, module, name):
        """The module and the node that a name there stands for; None for what is not of this package."""
        node = self.module(module).get(name)
        while isinstance(node, tuple):
            module, name = node
            if not module.startswith("homeassistant") or self.path(module) not in self.zip.NameToInfo:
                return None
            node = self.module(module).get(name)
        return None if node is None else (module, node)

    def members(self, module, name):
        """The values of an enumeration, by their names."""
        found = self.find(module, name)
        if found is None or not isinstance(found[1], ast.ClassDef):
            raise KeyError("%s has no enumeration %s" % (module, name))
        assigns = [each for each in found[1].body if isinstance(each, ast.Assign)]
        return {each.targets[0].id: self.value(found[0], each.value) for each in assigns}

    def value(self, module, node):
        """A text, a number, a list of them, a dictionary."""
        if isinstance(node, ast.Constant):
            return node.value
        if isinstance(node, (ast.Set, ast.List, ast.Tuple)):
            return [value for each in node.elts for value in self.values(module, each)]
        if isinstance(node, ast.Dict):
            return {self.value(module, k): self.value(module, v) for k, v in zip(node.keys, node.values)}
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            return self.members(module, node.value.id)[node.attr]
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "set":
            return [value for each in node.args for value in self.members(module, each.id).values()]
        if isinstance(node, ast.Name):
            found = self.find(module, node.id)
            if found is not None:
                return self.value(*found)
        raise ValueError("this is no data: " + ast.unparse(node))

    def values(self, module, node):
        """Of an entry of a list: one, or all of an enumeration with an asterisk before it."""
        if isinstance(node, ast.Starred):
            return list(self.members(module, node.value.id).values())
        return [self.value(module, node)]

    def keys(self, module, node):
        """The keys of a schema: for each whether it is required, and the source of what is tested of its value."""
        if isinstance(node, ast.Name):
            found = self.find(module, node.id)
            return {} if found is None else self.keys(*found)
        if isinstance(node, ast.Attribute):
            return self.keys(module, node.value)
        if isinstance(node, ast.Dict):
            pairs = [(self.key(module, k), v) for k, v in zip(node.keys, node.values)]
            return {key: {"required": required, "test": ast.unparse(v)} for (key, required), v in pairs if key}
        if isinstance(node, ast.Call):
            keys = {}
            if isinstance(node.func, ast.Attribute) and node.func.attr == "extend":
                keys.update(self.keys(module, node.func.value))
            for each in node.args:
                keys.update(self.keys(module, each))
            return keys
        return {}

    def key(self, module, node):
        if not isinstance(node, ast.Call) or not node.args:
            return None, False
        key = node.args[0]
        return self.value(module, key), node.func.attr == "Required"


def device_classes(source, platform):
    module = "homeassistant.components.%s.const" % platform
    if source.path(module) not in source.zip.NameToInfo:
        return []
    names = [name for name, node in source.module(module).items() if name.endswith("DeviceClass")]
    enumerations = [name for name in names if isinstance(source.module(module)[name], ast.ClassDef)]
    return [each for name in enumerations for each in source.members(module, name).values()]


def template_names(source):
    """What the templates may call, beside what Jinja has. By their text: these files have syntax of a newer Python."""
    names = []
    for path in source.zip.namelist():
        if path.startswith("homeassistant/helpers/template/extensions/") and path.endswith(".py"):
            names += re.findall(r'TemplateFunction\(\s*"(\w+)"', source.zip.read(path).decode())
    return names


def rules(wheel):
    source = Source(wheel)
    schemas = MQTT + ".schemas"
    sensor = "homeassistant.components.sensor.const"
    value = lambda module, name: source.value(*source.find(module, name))
    keys = lambda module, name: source.keys(*source.find(module, name))
    return {
        "platforms": {
            each: {
                "keys": keys("%s.%s" % (MQTT, each), "DISCOVERY_SCHEMA"),
                "deviceClasses": device_classes(source, each),
            }
            for each in PLATFORMS
        },
        "device": keys(schemas, "_MQTT_DEVICE_INFO_SCHEMA_BASE"),
        "origin": keys(schemas, "MQTT_ORIGIN_INFO_SCHEMA"),
        "discovery": keys(schemas, "DEVICE_DISCOVERY_SCHEMA"),
        "shared": value(schemas, "SHARED_OPTIONS"),
        "abbreviations": value(MQTT + ".abbreviations", "ABBREVIATIONS"),
        "deviceAbbreviations": value(MQTT + ".abbreviations", "DEVICE_ABBREVIATIONS"),
        "originAbbreviations": value(MQTT + ".abbreviations", "ORIGIN_ABBREVIATIONS"),
        "units": value(sensor, "DEVICE_CLASS_UNITS"),
        "stateClasses": list(source.members(sensor, "SensorStateClass").values()),
        "stateClassesOf": value(sensor, "DEVICE_CLASS_STATE_CLASSES"),
        "categories": list(source.members("homeassistant.const", "EntityCategory").values()),
        "available": [value(MQTT + ".const", "DEFAULT_PAYLOAD_AVAILABLE"), value(MQTT + ".const", "DEFAULT_PAYLOAD_NOT_AVAILABLE")],
        "birthTopic": value(MQTT + ".const", "DEFAULT_PREFIX") + "/status",
        "unknown": value(MQTT + ".const", "PAYLOAD_NONE"),
        "templateNames": template_names(source),
    }


# What the templates are rendered at.
NOW = datetime(2026, 11, 22, 9, 30, 45, 678900, timezone(timedelta(hours=1)))


def render(jobs):
    from jinja2 import StrictUndefined, nodes
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(undefined=StrictUndefined)
    own = {"now": lambda: NOW, "utcnow": lambda: NOW.astimezone(timezone.utc), "timedelta": timedelta}
    environment.globals.update(own)
    # As Home Assistant's: without a detour by ASCII.
    environment.filters["to_json"] = lambda value: json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    answers = []
    for job in jobs:
        tree = environment.parse(job["template"])
        used = {each.name for each in tree.find_all((nodes.Name, nodes.Filter))}
        values = {"value_json": json.loads(job["payload"])} if "payload" in job else {"value": job["value"]}
        text = environment.from_string(job["template"]).render(values).strip()
        answers.append({"text": text, "names": sorted(used & (set(own) | {"to_json"}))})
    return answers


if __name__ == "__main__":
    answer = rules(sys.argv[2]) if sys.argv[1] == "rules" else render(json.load(sys.stdin))
    print(json.dumps(answer))
