export const name = "None";
