// `npm run build`: makes dist/chrome and dist/firefox.
import { buildAll, setup } from "./lib/setup.mjs";

setup();
buildAll();
console.log("Built dist/chrome and dist/firefox.");
