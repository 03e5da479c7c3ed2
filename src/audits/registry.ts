// All audits: every file of this folder that exports one.
import type { Audit } from "./audit.ts";

const modules = import.meta.glob<{ readonly audit?: Audit }>(["./*.ts", "!./registry.ts", "!./run.ts"], {
  eager: true,
});

/** In the order of their names, so that a report reads the same everywhere. */
export const AUDITS: readonly Audit[] = Object.keys(modules)
  .sort()
  .flatMap((path) => modules[path]?.audit ?? []);

/** The indicators that some audit can give. */
export const MEASURABLE = new Set(AUDITS.flatMap(({ indicators }) => indicators));
