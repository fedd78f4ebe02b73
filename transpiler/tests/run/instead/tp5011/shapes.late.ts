export interface Shape {
  isRound(): boolean;
}

class Circle implements Shape {
  isRound(): boolean {
    return true;
  }
}

class Square implements Shape {
  isRound(): boolean {
    return false;
  }
}

export function circle(): Shape {
  return new Circle();
}

export function square(): Shape {
  return new Square();
}
