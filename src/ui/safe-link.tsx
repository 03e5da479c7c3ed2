// A link to something a foreign page named: only https, only to the audited network's own hosts, else plain text.
import type { ComponentChildren } from "preact";
import { clean } from "./clean.ts";

/**
 * The address if it is one that may be linked, else null. `hosts`: exact host names; no port, no user name.
 */
export function safeAddress(address: string | null, hosts: readonly string[]): string | null {
  if (!address) return null;
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return null;
  }
  const plain = url.protocol === "https:" && url.port === "" && url.username === "" && url.password === "";
  return plain && hosts.includes(url.hostname) ? url.href : null;
}

/** Foreign text, isolated from the direction of what stands around it. */
export function Foreign({ text, max }: { text: string; max?: number }) {
  return <bdi dir="auto">{clean(text, max)}</bdi>;
}

export interface SafeLinkProps {
  address: string | null;
  hosts: readonly string[];
  class?: string;
  /** Said after the link's text by screen readers: where it opens. */
  hint?: string;
  children: ComponentChildren;
}

export function SafeLink({ address, hosts, hint, children, ...rest }: SafeLinkProps) {
  const href = safeAddress(address, hosts);
  if (!href) return <span class={rest.class}>{children}</span>;
  return (
    <a class={rest.class} href={href} target="_blank" rel="noopener noreferrer" referrerpolicy="no-referrer">
      {children}
      {hint && <span class="hidden-text"> ({hint})</span>}
    </a>
  );
}
