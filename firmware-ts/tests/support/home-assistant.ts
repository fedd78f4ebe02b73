// A discovery payload held to what Home Assistant accepts, by the rules that home_assistant.py reads in its source; and its
// templates rendered, as Home Assistant does.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { homeAssistantWheel, pythonWithJinja } from "../../../scripts/python-tools/index.ts";

const SCRIPT = fileURLToPath(new URL("home_assistant.py", import.meta.url));

interface Schema {
  readonly [key: string]: { readonly required: boolean; readonly test: string };
}

export interface Rules {
  readonly platforms: Readonly<Record<string, { keys: Schema; deviceClasses: readonly string[] }>>;
  readonly device: Schema;
  readonly origin: Schema;
  readonly discovery: Schema;
  /** What stands beside the components and holds for each of them. */
  readonly shared: readonly string[];
  readonly abbreviations: Readonly<Record<string, string>>;
  readonly deviceAbbreviations: Readonly<Record<string, string>>;
  readonly originAbbreviations: Readonly<Record<string, string>>;
  readonly units: Readonly<Record<string, readonly (string | null)[]>>;
  readonly stateClasses: readonly string[];
  readonly stateClassesOf: Readonly<Record<string, readonly string[]>>;
  readonly categories: readonly string[];
  /** The words for being there, and away. */
  readonly available: readonly string[];
  readonly birthTopic: string;
  /** What a template gives for an unknown state. */
  readonly unknown: string;
  readonly templateNames: readonly string[];
}

type Config = Record<string, unknown>;

async function python(words: readonly string[], input = ""): Promise<unknown> {
  const { command, env } = await pythonWithJinja();
  const [program = "", ...first] = command;
  return JSON.parse(execFileSync(program, [...first, SCRIPT, ...words], { env, input, maxBuffer: 64e6 }).toString());
}

export async function homeAssistantRules(): Promise<Rules> {
  return (await python(["rules", await homeAssistantWheel()])) as Rules;
}

export interface Rendered {
  readonly text: string;
  /** Functions and filters that Jinja does not have by itself. */
  readonly names: readonly string[];
}

/** @param jobs a template each, with what came on the topic, or with what somebody wants to send */
export async function rendered(
  jobs: readonly { template: string; payload?: string; value?: string }[],
): Promise<Rendered[]> {
  return (await python(["render"], JSON.stringify(jobs))) as Rendered[];
}

/** The payload with whole keys, and each component with what it shares with the others. */
export function expanded(payload: string, rules: Rules) {
  const whole = withKeys(JSON.parse(payload), rules.abbreviations);
  const device = withKeys(whole.device as Config, rules.deviceAbbreviations);
  const origin = withKeys(whole.origin as Config, rules.originAbbreviations);
  const shared = Object.fromEntries(rules.shared.flatMap((key) => (key in whole ? [[key, whole[key]]] : [])));
  const components = Object.entries((whole.components ?? {}) as Record<string, Config>).map(
    ([name, config]): [string, Config, Config] => {
      const own = withKeys(config, rules.abbreviations);
      return [name, own, { ...shared, ...own }];
    },
  );
  return { whole, device, origin, components };
}

function withKeys(config: Config, abbreviations: Readonly<Record<string, string>>): Config {
  return Object.fromEntries(Object.entries(config).map(([key, value]) => [abbreviations[key] ?? key, value]));
}

/** What Home Assistant would not take, or would pass over, a sentence each. */
export function faultsIn(payload: string, rules: Rules): string[] {
  const { components, device, origin, whole } = expanded(payload, rules);
  const faults = [
    ...faultsOf("the payload", whole, rules.discovery),
    ...faultsOf("dev", device, rules.device),
    ...faultsOf("o", origin, rules.origin),
  ];
  if (!device.identifiers) faults.push("dev has no identifiers");
  const ids = components.map(([, own]) => own.unique_id);
  if (new Set(ids).size !== ids.length) faults.push("two components have one unique_id");
  for (const [name, own, all] of components) faults.push(...componentFaults(name, own, all, rules));
  return faults;
}

function componentFaults(name: string, own: Config, all: Config, rules: Rules): string[] {
  const { platform, ...config } = own;
  const rule = rules.platforms[platform as string];
  if (rule === undefined) return [`${name} is of an unknown platform, ${platform}`];
  const faults = faultsOf(name, config, rule.keys);
  if (!own.unique_id) faults.push(`${name} has no unique_id`);
  for (const [key, { required }] of Object.entries(rule.keys))
    if (required && !(key in all)) faults.push(`${name} has no ${key}`);
  const { device_class: kind, entity_category: category, state_class: stateClass, unit_of_measurement: unit } = own;
  if (kind !== undefined && !rule.deviceClasses.includes(kind as string))
    faults.push(`${name} has an unknown device class, ${kind}`);
  const categories = rule.keys.entity_category?.test === "entity_category_without_config" ? ["diagnostic"] : null;
  if (category !== undefined && !(categories ?? rules.categories).includes(category as string))
    faults.push(`${name} has a category that it must not have, ${category}`);
  const states = rules.stateClassesOf[kind as string] ?? rules.stateClasses;
  if (stateClass !== undefined && !states.includes(stateClass as string))
    faults.push(`${name} has a state class that it must not have, ${stateClass}`);
  const units = rules.units[kind as string];
  if (unit !== undefined && units !== undefined && !units.includes(unit as string))
    faults.push(`${name} has a unit that is none of its device class, ${unit}`);
  return faults;
}

function faultsOf(name: string, config: Config, schema: Schema): string[] {
  const faults: string[] = [];
  for (const [key, { required }] of Object.entries(schema))
    if (required && !(key in config) && name === "the payload") faults.push(`${name} has no ${key}`);
  for (const [key, value] of Object.entries(config)) {
    const test = schema[key]?.test;
    if (test === undefined) faults.push(`${name} has a key that is unknown, ${key}`);
    else if (!isOfKind(value, test)) faults.push(`${name} has a wrong ${key}: ${JSON.stringify(value)}`);
  }
  return faults;
}

/** @param test its source; one that nobody has thought of is none that a value could pass */
function isOfKind(value: unknown, test: string): boolean {
  const isText = typeof value === "string";
  if (test === "valid_qos_schema") return value === 0 || value === 1 || value === 2;
  if (test === "valid_publish_topic") return isText && isTopic(value) && !/[+#]/.test(value);
  if (test === "valid_subscribe_topic") return isText && isTopic(value);
  if (/^cv\.(string|template)$/.test(test) || /^probatio\.Any\(.*cv\.string.*\)$/.test(test)) return isText;
  if (/DEVICE_CLASS|STATE_CLASS|ENTITY_CATEGORIES|^entity_category_without_config$/.test(test)) return isText;
  if (test === "probatio.All(probatio.EnsureList(), [cv.string])")
    return isText || (Array.isArray(value) && value.every((each) => typeof each === "string"));
  return /^MQTT_(DEVICE|ORIGIN)_INFO_SCHEMA$|^probatio\.Schema/.test(test) && typeof value === "object";
}

/** Neither empty nor with control characters. */
function isTopic(text: string): boolean {
  return text !== "" && [...text].every((character) => character >= " ");
}
