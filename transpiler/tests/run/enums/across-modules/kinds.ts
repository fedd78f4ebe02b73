export enum Kind {
  Text = "text",
  Number = "number",
}
export enum Priority {
  Low,
  High,
}
export const enum Limit {
  Most = 99,
}
enum Hidden {
  Secret = 42,
}
export { Hidden as Shown };
export default Priority;
