// Arrow fields keep this; methods are called through arrows.
class Button {
  presses = 0;
  private listeners: ((n: number) => void)[] = [];
  readonly onPress = (): void => {
    this.presses += 1;
    for (const listener of this.listeners) listener(this.presses);
  };
  listen(listener: (n: number) => void): void {
    this.listeners.push(listener);
  }
}
class Display {
  text = "";
  show(n: number): void {
    this.text += `[${n}]`;
  }
}
const button = new Button();
const display = new Display();
button.listen((n) => display.show(n));
button.listen((n) => {
  if (n === 2) display.text += "two";
});
const press = button.onPress;
press();
press();
button.onPress();
console.log(display.text, button.presses);
const other = new Button();
other.onPress();
console.log(other.presses, button.presses);
