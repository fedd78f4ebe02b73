// Letters beyond ASCII, escapes in names, dollars, and names that Unicode calls the same and JavaScript does not.
const café = 1;
const Ω = 2;
const 变量 = 3;
const ſ = 4;
const s = 5;
const ﬁ = 6;
const fi = 7;
const é = 8;
const é = 9;
const 𝒳 = 10;
const ª = 11;
const a = 12;
const $ = 13;
const $$ = 14;
const a$b = 15;
const _S_ = 16;
const a_S_b = 17;
const \u0062c = 18;
const a‍b = 19;
const ab = 20;
console.log(café, Ω, 变量, ſ, s, ﬁ, fi, é, é, 𝒳, ª, a, $, $$, a$b, _S_, a_S_b, bc, \u{62}c, a‍b, ab);
class Été$ {
  naïve = 1;
  $ = 2;
  #$ = 3;
  数(): number {
    return this.naïve + this.$ + this.#$;
  }
}
console.log(new Été$().数());
const odd = { ключ: 1, $: 2, "a b": 3, "1x": 4, "": 5, "a-b": 6, a_b: 7, "Ω≠": 8, "\u{1f600}": 9 };
console.log(odd.ключ + odd.$ + odd["a b"] + odd["1x"] + odd[""] + odd["a-b"] + odd.a_b, JSON.stringify(odd));
interface $ {
  $$: number;
}
const value: $ = { $$: 21 };
console.log(value.$$, JSON.stringify(value));
