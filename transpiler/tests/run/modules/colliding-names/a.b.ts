export let name = "a.b";
export const set = (to: string): void => {
  name = to;
};
