console.log("never runs either");
export const value = 1;
