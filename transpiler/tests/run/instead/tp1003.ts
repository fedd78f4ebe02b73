class Modem {
  readonly name = "SIM800";
}
function register(make: () => Modem): void {
  console.log(make().name);
}
register(() => new Modem());
