// `npm run build`: makes dist/chrome and dist/firefox.
import { build, setup, TARGETS } from "./lib/setup.mjs";

setup();
if (!TARGETS.every(build)) process.exit(1);
console.log("Built dist/chrome and dist/firefox.");
