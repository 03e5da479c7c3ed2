// `npm test`: everything from a bare clone to one closing line, "N passed, N failed, N skipped".
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { pathVariable } from "./lib/browsers.mjs";
import { build, ensureBrowsers, ROOT, setup, TARGETS, tool } from "./lib/setup.mjs";

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
const buildsFailed = TARGETS.filter((target) => !build(target)).length;

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

/** Counts of the run; one failure where it ended before it could write them. */
function countsOf(file) {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  const run = JSON.parse(readFileSync(file, "utf8"));
  // Where beforeAll or the import throws, vitest fails the file but none of its tests: such a file is one failure.
  const broken = run.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && !assertionResults.some((test) => test.status === "failed"),
  );
  return {
    passed: run.numPassedTests,
    failed: run.numFailedTests + broken.length,
    skipped: run.numPendingTests + run.numTodoTests,
  };
}

const counts = countsOf(results);
const failed = counts.failed + checksFailed + buildsFailed;
console.log(`${counts.passed} passed, ${failed} failed, ${counts.skipped} skipped`);
process.exit(failed > 0 || counts.passed === 0 ? 1 : code);
