export let level = 1;
export let name = "start";
export const history: number[] = [];
export function raise(by: number): number {
  level += by;
  history.push(level);
  return level;
}
export const rename = (to: string): void => {
  name = to;
};
export { level as alias };
