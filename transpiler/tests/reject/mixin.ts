// A class over a base that is a parameter.
type Constructor = new (...args: any[]) => object; //! TP2001
function Named<T extends Constructor>(Base: T) { //! TP2010
  return class extends Base { //! TP1014
    name = "named";
  };
}
console.log(new (Named(class {}))().name); //! TP2010
