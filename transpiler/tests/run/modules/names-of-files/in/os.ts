export const name = "in/os";
