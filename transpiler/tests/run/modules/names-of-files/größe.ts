export const name = "größe";
