export const name = "class";
