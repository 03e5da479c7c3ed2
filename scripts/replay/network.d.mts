// Types of what each network says about playing its recorded material again.
export interface Replay {
  readonly hosts: readonly string[];
  /** Whether a recorded request asked the site's interface. */
  isApi(url: URL): boolean;
  /** A page of the site without content. */
  emptyPage(): string;
  /** How a single recorded answer (its JSON documents) is brought into `page`; null where its shape is not known. */
  single(
    documents: readonly unknown[],
    page: URL,
  ):
    | { readonly request: { method: string; url: string; body: string | null; type?: string } }
    | { readonly island: string }
    | null;
}
export function replayOf(url: URL): Replay | undefined;
