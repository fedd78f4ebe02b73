// npm run gateway: the gateway on this machine, with a modem at a serial port. The work is done in firmware-ts/node/.
import { GATEWAY_HELP, nodeProblem, parseGatewayOptions, UsageError } from "../firmware-ts/node/options.ts";

async function main(args: string[]): Promise<number> {
  const options = parseGatewayOptions(args);
  if (!options) {
    console.log(GATEWAY_HELP);
    return 0;
  }
  const problem = nodeProblem(process.versions.node);
  if (problem) throw new UsageError(problem);
  const { runGateway } = await import("../firmware-ts/node/run-gateway.ts");
  return runGateway(options, (line) => console.log(line));
}

try {
  process.exit(await main(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
