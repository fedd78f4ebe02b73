#!/usr/bin/env node
// Starts the command line of an installed package: its TypeScript is run by tsx, without a build step.
import { tsImport } from "tsx/esm/api";

await tsImport("../src/cli.ts", import.meta.url);
