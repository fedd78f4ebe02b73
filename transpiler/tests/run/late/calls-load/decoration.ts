// Late with greeting.late.ts, as nobody else needs it.
export enum Frame {
  None,
  Stars,
}

const STAR = "-*-".slice(1, 2);

export function decorated(text: string, frame: Frame, width: u8): string {
  const star = STAR.repeat(width);
  return frame === Frame.Stars ? `${star}${text}${star}` : text;
}
