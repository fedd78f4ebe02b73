// There from the start.
export const setting = { size: 1 };
export let limit = 3;

export function grow(): void {
  limit = (limit + 1) & 0xff;
}
