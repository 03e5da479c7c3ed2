// A part that scrolls sideways by itself where the window is narrow, by keyboard too.
import type { ComponentChildren } from "preact";

export function Scrolls({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable without a mouse
    <section class="scrolls" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
