// One name as variable, parameter, field, method, type, label, key and module-level constant.
type value = number;
const value: value = 1;
interface Holder {
  value: value;
}
class Value {
  value = 2;
  static value = 3;
  getValue(value = this.value): number {
    return value;
  }
  setValue(value: number): this {
    this.value = value;
    return this;
  }
}
const holder: Holder = { value };
const v = new Value();
console.log(value, holder.value, v.value, Value.value, v.getValue(), v.getValue(9), v.setValue(value + 5).value);
function f(value: number): number {
  const inner = (): number => {
    const value = 100;
    return value + outer();
  };
  const outer = (): number => value;
  return inner();
}
console.log(f(7));
value: for (const value of [1, 2, 3]) {
  for (const v of [1, 2]) {
    if (v === value) continue value;
    if (value === 3) break value;
    console.log(value, v);
  }
}
const { value: renamed } = holder;
const record = { value: { value: { value: renamed } } };
console.log(renamed, record.value.value.value, JSON.stringify(record));
const print = (print: string): string => `print ${print}`;
const log = (console_: string): string => console_ + print("x");
console.log(log("log "));
