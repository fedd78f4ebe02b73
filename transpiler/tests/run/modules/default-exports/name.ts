const table = new Map<string, number>([["a", 1]]);
const size = (): number => table.size;
export { size as default, table };
