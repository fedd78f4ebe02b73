export const one = 1; //! TP5004: 1+1
