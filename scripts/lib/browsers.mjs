// Finds the browsers installed on this machine; Node built-ins only.
import { accessSync, constants } from "node:fs";
import path from "node:path";

const windowsPaths = (variables, files) =>
  variables.flatMap((name) => (process.env[name] ? files.map((file) => path.join(process.env[name], file)) : []));

const KNOWN = {
  chrome: {
    variable: "CHROME_PATH",
    linux: ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "microsoft-edge-stable"],
    darwin: [
      "/Applications/Chromium.app/Contents/MacOS/Chromium",
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
      "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    ],
    win32: windowsPaths(
      ["ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"],
      [
        "Google\\Chrome\\Application\\chrome.exe",
        "Chromium\\Application\\chrome.exe",
        "Microsoft\\Edge\\Application\\msedge.exe",
      ],
    ),
  },
  firefox: {
    variable: "FIREFOX_PATH",
    linux: ["firefox-esr", "firefox", "firefox-developer-edition"],
    darwin: ["/Applications/Firefox.app/Contents/MacOS/firefox"],
    win32: windowsPaths(["ProgramFiles", "ProgramFiles(x86)"], ["Mozilla Firefox\\firefox.exe"]),
  },
};

export const BROWSER_KINDS = Object.keys(KNOWN);

function runnable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const onPath = (name) =>
  (process.env.PATH ?? "")
    .split(path.delimiter)
    .map((folder) => path.join(folder, name))
    .find(runnable);

/** Path of an installed browser, or undefined. CHROME_PATH / FIREFOX_PATH, where set, decide alone. */
export function findBrowser(kind) {
  const known = KNOWN[kind];
  const chosen = process.env[known.variable];
  if (chosen) return runnable(chosen) ? chosen : undefined;
  for (const candidate of known[process.platform] ?? []) {
    const found = path.isAbsolute(candidate) ? (runnable(candidate) ? candidate : undefined) : onPath(candidate);
    if (found) return found;
  }
  return undefined;
}

/** The environment variable that names the browser's path. */
export const pathVariable = (kind) => KNOWN[kind].variable;
