export const name = "2nd";
