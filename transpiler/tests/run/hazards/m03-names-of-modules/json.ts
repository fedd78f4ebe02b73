export const parse = (text: string): string => `parsed ${text}`;
