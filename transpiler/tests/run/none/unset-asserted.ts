let name!: string;
const set = (text: string) => {
  name = text;
};
console.log("before");
console.log(name); //! stops
set("x");
