export default function greet(name: string): string {
  return `hello ${name}`;
}
export const again = (name: string): string => greet(greet(name));
