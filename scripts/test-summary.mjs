// Adds up the results that the test runs left in .cache/test-results and prints them; the last line is
// `N passed, N failed`. Plain JavaScript, so that it also runs where the packages could not be installed.
import { readdirSync, readFileSync } from "node:fs";

const folder = new URL("../.cache/test-results/", import.meta.url);

function readResults() {
  try {
    return readdirSync(folder).map((name) => JSON.parse(readFileSync(new URL(name, folder), "utf8")));
  } catch (error) {
    if (error.code === "ENOENT") return [];
    throw error;
  }
}

const results = readResults();
const total = (count) => results.reduce((sum, result) => sum + count(result), 0);
// A file that cannot even be loaded has no tests; it counts as one that failed.
const brokenFile = ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0;
const broken = total(({ testResults }) => testResults.filter(brokenFile).length);

const skipped = total(({ numPendingTests, numTodoTests }) => numPendingTests + numTodoTests);
if (results.length === 0) console.log("No test has run: a step before the tests failed.");
if (skipped > 0) console.log(`${skipped} skipped`);
console.log(
  `${total((result) => result.numPassedTests)} passed, ${total((result) => result.numFailedTests) + broken} failed`,
);
