console.log("talking is imported for this line alone");
export function unused(): void {
  console.log("never");
}
