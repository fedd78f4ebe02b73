export class Words {
  constructor(private readonly first: string) {}

  text(n: u8): string {
    return `${this.first} ${n}`;
  }
}
