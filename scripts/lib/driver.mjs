// One door to both browsers; what it gives is described in driver.d.mts.
import { launchChrome } from "./chrome.mjs";
import { launchFirefox } from "./firefox.mjs";
import { distOf } from "./setup.mjs";

/** Starts browser `kind` with the built extension of that kind, or with the one in folder `extension`. */
export function launch(kind, { proxyPort, headless = true, extension = distOf(kind) }) {
  return (kind === "firefox" ? launchFirefox : launchChrome)({ extension, proxyPort, headless });
}
