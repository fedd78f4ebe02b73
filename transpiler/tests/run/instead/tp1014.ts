class Log {
  write(text: string): void {
    console.log(text);
  }
}
class Door {
  private readonly log = new Log();
  open(): void {
    this.log.write("open");
  }
}
new Door().open();
