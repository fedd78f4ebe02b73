// Error classes of one's own: fields, names, hierarchies.
class ModemError extends Error {
  constructor(
    readonly code: number,
    message = `code ${code}`,
  ) {
    super(message);
    this.name = "ModemError";
  }
}
class SimError extends ModemError {
  override name = "SimError";
  readonly retry: boolean;
  constructor(retry: boolean) {
    super(310);
    this.retry = retry;
  }
}
class Unnamed extends Error {}
function fail(kind: string): void {
  if (kind === "modem") throw new ModemError(500);
  if (kind === "text") throw new ModemError(38, "network out of order");
  if (kind === "sim") throw new SimError(false);
  throw new Unnamed("plain");
}
for (const kind of ["modem", "text", "sim", "other"]) {
  try {
    fail(kind);
  } catch (error) {
    if (error instanceof SimError) console.log("sim", error.retry, error.code, error.name);
    else if (error instanceof ModemError) console.log("modem", error.code, error.message, error.name);
    else if (error instanceof Error) console.log("other", error.message, error.name, error instanceof Unnamed);
  }
}
