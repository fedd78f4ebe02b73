export class Words {
  constructor(private readonly first: string) {}

  text(n: u8): string {
    return `${this.first} ${shown(n)}`;
  }
}

function shown(n: u8): string {
  return `<${n}>`;
}
