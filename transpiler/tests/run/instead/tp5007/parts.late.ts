const SIZE_MAX = 3;

export class Part {
  constructor(readonly size: u8) {}
}

export function made(size: u8): Part {
  return new Part(size);
}

export function sizeMax(): u8 {
  return SIZE_MAX;
}
