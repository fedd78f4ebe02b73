// There from the start: what it counts is not begun anew.
let calls = 0;

export function shown(text: string): string {
  calls = (calls + 1) & 0xff;
  return `<${text}:${calls}>`;
}
