class Shared {
  count(): number {
    return 3;
  }
}
class User {
  readonly shared = new Shared();
}
console.log(new User().shared.count());
