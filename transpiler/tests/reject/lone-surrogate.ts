// Half of a character.
console.log("\ud83d"); //! TP4003
