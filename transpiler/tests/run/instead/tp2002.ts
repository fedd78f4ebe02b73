interface User {
  readonly email?: string;
}
const user: User = {};
console.log(user.email === undefined);
