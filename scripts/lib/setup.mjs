// Brings a bare clone to where it can run: dependencies, builds, browsers; Node built-ins only.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { BROWSER_KINDS, findBrowser, pathVariable } from "./browsers.mjs";

export const ROOT = path.resolve(import.meta.dirname, "..", "..");
export const TARGETS = ["chrome", "firefox"];
export const distOf = (target) => path.join(ROOT, "dist", target);

const OLDEST_NODE = [20, 19];
const DEBIAN_PACKAGE = { chrome: "chromium", firefox: "firefox-esr" };

/** Runs a command in the project's root with our output; its exit code. */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, {
    cwd: ROOT,
    stdio: "inherit",
    shell: process.platform === "win32" && command === "npm",
    ...options,
    env: { ...process.env, ...options.env },
  });
  if (result.error) {
    console.error(`${command}: ${result.error.message}`);
    return 127;
  }
  return result.status ?? 1;
}

/** As `run`, and ends the process with the command's exit code if that is not 0. */
export function must(command, args, options) {
  const code = run(command, args, options);
  if (code !== 0) process.exit(code);
}

/** Runs a tool from node_modules by the path of its script. */
export const tool = (script, args = [], options) =>
  run(process.execPath, [path.join(ROOT, "node_modules", ...script.split("/")), ...args], options);

function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  console.error(`Node ${process.versions.node} is too old: this project needs Node ${OLDEST_NODE.join(".")} or later.`);
  process.exit(1);
}

/** Makes node_modules match package-lock.json; does nothing where the lockfile's hash says that it does. */
export function setup() {
  checkNode();
  const stamp = path.join(ROOT, "node_modules", ".lock-sha256");
  const wanted = createHash("sha256")
    .update(readFileSync(path.join(ROOT, "package-lock.json")))
    .digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  console.log("Installing dependencies (npm ci) …");
  must("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
  writeFileSync(stamp, wanted);
}

/** A hash of everything a build is made from. */
function sourcesHash() {
  const hash = createHash("sha256");
  const add = (name) => hash.update(name).update(readFileSync(path.join(ROOT, name)));
  for (const name of ["package-lock.json", "manifest.json", "vite.config.ts", "tsconfig.json"]) add(name);
  for (const folder of ["src", "assets"])
    for (const entry of readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true }))
      if (entry.isFile()) add(path.relative(ROOT, path.join(entry.parentPath, entry.name)));
  return hash.digest("hex");
}

const stampOf = (target) => path.join(ROOT, ".cache", `built-${target}`);

/** Builds dist/<target>, silently unless it fails; whether it worked. */
export function build(target) {
  const sources = sourcesHash();
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(ROOT, "node_modules", "vite", "bin", "vite.js"), "build"],
    { cwd: ROOT, encoding: "utf8", env: { ...process.env, EXT_TARGET: target, CI: "true" } },
  );
  if (status !== 0) {
    console.error(`${stdout}${stderr}The build of dist/${target} failed.`);
    return false;
  }
  mkdirSync(path.dirname(stampOf(target)), { recursive: true });
  writeFileSync(stampOf(target), sources);
  return true;
}

/** Builds dist/<target> unless it stands as the sources are; ends the process if that fails. */
export function ensureBuilt(target) {
  const stamp = stampOf(target);
  const stands = existsSync(path.join(distOf(target), "manifest.json")) && existsSync(stamp);
  if (stands && readFileSync(stamp, "utf8") === sourcesHash()) return;
  if (!build(target)) process.exit(1);
}

const canUseApt = () =>
  process.platform === "linux" &&
  process.getuid() === 0 &&
  spawnSync("sh", ["-c", "command -v apt-get"], { stdio: "ignore" }).status === 0;

/** Installs those of `kinds` that are missing, where this is Debian or Ubuntu and we are root. Returns what is still missing. */
export function ensureBrowsers(kinds = BROWSER_KINDS) {
  const missing = kinds.filter((kind) => !findBrowser(kind));
  // Where a variable names a browser, no other one would be used.
  const packages = missing.filter((kind) => !process.env[pathVariable(kind)]).map((kind) => DEBIAN_PACKAGE[kind]);
  if (packages.length === 0 || !canUseApt()) return missing;
  console.log(`Installing ${packages.join(", ")} with apt-get …`);
  const quiet = { stdio: ["ignore", "ignore", "inherit"], env: { DEBIAN_FRONTEND: "noninteractive" } };
  const lock = ["-o", "DPkg::Lock::Timeout=300"];
  run("apt-get", ["-qq", ...lock, "update"], quiet);
  for (const name of packages) {
    // Ubuntu has no firefox-esr; its "firefox" may be a snap, which cannot read a profile outside the home folder.
    const install = ["-qq", ...lock, "install", "-y", "--no-install-recommends"];
    if (run("apt-get", [...install, name], quiet) !== 0 && name === "firefox-esr")
      run("apt-get", [...install, "firefox"], quiet);
  }
  return kinds.filter((kind) => !findBrowser(kind));
}
