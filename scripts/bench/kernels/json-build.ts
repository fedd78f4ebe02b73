// Messages as JSON: records in records, lists, texts that need escapes, fields that may be absent.

interface Part {
  readonly number: number;
  readonly octets: readonly number[];
}

interface Message {
  readonly id: string;
  readonly from: string;
  readonly text: string;
  readonly time: string | null;
  readonly class?: number;
  readonly parts: readonly Part[];
  readonly complete: boolean;
}

function part(number: number, first: number): Part {
  const octets: number[] = [];
  for (let i = 0; i < 6; i++) octets.push((first + i * 3) & 0xff);
  return { number, octets };
}

function message(index: number, text: string): Message {
  return {
    id: `msg-${index}`,
    from: `+49170${1000000 + index}`,
    text,
    time: index % 2 === 0 ? "2024-05-06T07:08:09+02:00" : null,
    class: index > 2 ? undefined : index,
    parts: [part(1, index), part(2, index + 100)],
    complete: index !== 1,
  };
}

export function run(): string {
  const lines: string[] = [];
  const texts = ["Hello", 'with "quotes" and \\', "two\nlines", "Grüße 🎉"];
  for (let i = 0; i < texts.length; i++) lines.push(JSON.stringify(message(i, texts[i])));
  return lines.join("\n");
}
