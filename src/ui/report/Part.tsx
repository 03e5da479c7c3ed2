// A titled part of the audit.
import type { ComponentChildren } from "preact";

export function Part(props: { id: string; title: string; beside?: string | null; children: ComponentChildren }) {
  return (
    <section class="part" aria-labelledby={`title-${props.id}`}>
      <div class="heading">
        <h2 id={`title-${props.id}`}>{props.title}</h2>
        {props.beside && <span class="soft">{props.beside}</span>}
      </div>
      {props.children}
    </section>
  );
}
