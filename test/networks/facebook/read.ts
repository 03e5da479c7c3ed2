// Runs a reader's work to its end.
import type { Reading } from "../../../src/domain/observation.ts";

export const readingsIn = (work: Iterable<Reading | null>): Reading[] => [...work].filter((one) => one !== null);
