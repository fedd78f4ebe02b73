// [], {}, new Map() and functions are truthy, also empty; 0, "", null and undefined are not.
const list: number[] | null = [];
const maybe = (give: boolean): string[] | undefined => (give ? [] : undefined);
console.log(list ? "list" : "no list", maybe(true) ? "some" : "none", maybe(false) ? "some" : "none");
const map: Map<string, number> | undefined = Math.max(1, 2) > 1 ? new Map<string, number>() : undefined;
if (map) console.log("a map of", map.size);
const pick = (m: Set<number> | null): number => (m ? m.size : -1);
console.log(pick(new Set()), pick(null), !maybe(true), !!maybe(true), !!maybe(false));
const rows = [[], [1], []].filter((row) => row).length;
const full = [[], [1], []].filter((row) => row.length).length;
console.log(rows, full);
const truth = (text: string, n: number): string => `${text ? 1 : 0}${n ? 1 : 0}${!text ? 1 : 0}${!n ? 1 : 0}`;
console.log(truth("", 0), truth("0", -1), truth(" ", 1), truth("false", -0));
const bytes: Uint8Array | null = new Uint8Array(0);
const record: Record<string, number> | undefined = Math.min(1, 2) === 1 ? {} : undefined;
console.log(bytes ? bytes.length : "none", record ? Object.keys(record).length : "none");
let queue: string[] | null = [];
let turns = 0;
while (queue) {
  turns++;
  queue = turns < 3 ? [] : null;
}
console.log(turns);
