export const name = "sys";
