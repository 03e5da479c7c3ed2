// English: every sentence the extension says, in plain words and without praise or blame.
import type { Catalogue } from "../catalogue.ts";
import type { Formats } from "../format.ts";
import { detail } from "./detail.ts";
import { figures } from "./figures.ts";
import { findings } from "./findings.ts";
import { handover } from "./handover.ts";
import { indicators } from "./indicators.ts";
import { plan } from "./plan.ts";
import { popup } from "./popup.ts";
import { reading } from "./reading.ts";
import { report } from "./report.ts";
import { english } from "./words.ts";

export function en(format: Formats): Catalogue {
  const say = english(format);
  return {
    format,
    direction: "ltr",
    quoted: (words) => `“${words}”`,
    ...indicators(say),
    ...findings(say),
    ...figures(say),
    ...reading(say),
    popup: popup(say),
    report: report(say),
    handover,
    plan: plan(say),
    detail: detail(say),
  };
}
