export function answered(question: string): string {
  return `${question}: nothing`;
}
