export const name = "a b+c";
