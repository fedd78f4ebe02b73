// Looking up a name that a program chose: `toString` is in no table of ours, but on every object's prototype.

export function own<T>(table: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return table !== undefined && Object.hasOwn(table, name) ? table[name] : undefined;
}
