// `npm test`: everything from a bare clone to one closing line, "N passed, N failed, N skipped".
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { pathVariable } from "./lib/browsers.mjs";
import { buildAll, ensureBrowsers, ROOT, setup, tool } from "./lib/setup.mjs";

/** Runs a check; a failing one counts as one failure and does not stop the rest. */
function check(name, script, args) {
  console.log(`\n${name}`);
  return tool(script, args) === 0 ? 0 : 1;
}

setup();
for (const kind of ensureBrowsers())
  console.log(`No ${kind} was found, so its end-to-end tests will fail (${pathVariable(kind)} can name one).`);

const checksFailed =
  check("Types", "typescript/bin/tsc", ["--noEmit"]) +
  check("Lint", "@biomejs/biome/bin/biome", ["check", "--error-on-warnings", "."]);
console.log("\nBuild");
buildAll();

console.log("\nTests");
const results = path.join(ROOT, ".cache", "test-results.json");
mkdirSync(path.dirname(results), { recursive: true });
rmSync(results, { force: true });
const code = tool("vitest/vitest.mjs", [
  "run",
  "--reporter=default",
  "--reporter=json",
  `--outputFile=${results}`,
  ...process.argv.slice(2),
]);

const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
  readFileSync(results, "utf8"),
);
// Where beforeAll or the import throws, vitest fails the file but none of its tests: such a file is one failure.
const brokenFiles = testResults.filter(
  ({ status, assertionResults }) => status === "failed" && !assertionResults.some((test) => test.status === "failed"),
).length;
const failed = numFailedTests + brokenFiles + checksFailed;
console.log(`${numPassedTests} passed, ${failed} failed, ${numPendingTests + numTodoTests} skipped`);
process.exit(failed > 0 || numPassedTests === 0 ? 1 : code);
