// An id that no other element of the document has: Preact's own begins anew after each render of the whole screen.
import { useState } from "preact/hooks";

let last = 0;

/** The same for as long as the component stands. */
export const useId = (): string => useState(() => `id-${++last}`)[0];
