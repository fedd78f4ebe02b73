export const open = (): string => "!";
