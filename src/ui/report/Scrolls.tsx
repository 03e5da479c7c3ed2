// A part that scrolls sideways by itself where the window is narrow, by keyboard too.
import type { ComponentChildren } from "preact";
import type { Catalogue } from "../text/catalogue.ts";

export function Scrolls({ text, label, children }: { text: Catalogue; label: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable without a mouse
    <section class="scrolls" aria-label={text.report.asTable(label)} tabIndex={0}>
      {children}
    </section>
  );
}
