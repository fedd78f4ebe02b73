export let count = 0;
export const print = (text: string): void => {
  count += 1;
  console.log(`printed ${text}`);
};
