export let name = "import";
export const rename = (to: string): void => {
  name = to;
};
