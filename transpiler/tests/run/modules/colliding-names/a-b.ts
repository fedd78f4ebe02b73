export const name = "a-b";
