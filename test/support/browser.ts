// A browser for tests of the worker: its storage areas with the quotas of sync, tabs with readers, nothing else.
export class FakeArea {
  items: Record<string, unknown> = {};
  /** Writes the area takes before it refuses, as browsers do where too much is written. */
  writes = Number.POSITIVE_INFINITY;
  async get(keys: null | string | string[]): Promise<Record<string, unknown>> {
    const names = keys === null ? Object.keys(this.items) : [keys].flat();
    const found = names.filter((name) => Object.hasOwn(this.items, name));
    return structuredClone(Object.fromEntries(found.map((name) => [name, this.items[name]])));
  }
  async set(items: Record<string, unknown>): Promise<void> {
    if (this.writes-- <= 0) throw new Error("This request exceeds the MAX_WRITE_OPERATIONS_PER_MINUTE quota.");
    Object.assign(this.items, structuredClone(items));
  }
  async remove(keys: string | string[]): Promise<void> {
    for (const name of [keys].flat()) delete this.items[name];
  }
  async clear(): Promise<void> {
    this.items = {};
  }
}

export interface FakeReader {
  readonly page: string;
  reading: boolean;
  /** Resolves when the browser wakes it; until then it answers nothing. */
  readonly frozen?: Promise<void>;
}

/** What the worker's parts ask of the browser. `readers`: by tab. */
export const fakeBrowser = (readers: Record<number, FakeReader> = {}) => ({
  storage: { local: new FakeArea(), session: new FakeArea(), sync: new FakeArea() },
  action: { setBadgeText: async (_: { tabId: number; text: string }) => {}, setBadgeBackgroundColor: async () => {} },
  tabs: {
    query: async () => [{ id: 900 }, {}, ...Object.keys(readers).map((id) => ({ id: Number(id) }))],
    async sendMessage(tab: number, message: { kind: string; pages?: readonly string[] | null }) {
      const reader = readers[tab];
      if (!reader) throw new Error("Could not establish connection. Receiving end does not exist.");
      await reader.frozen;
      const forgets = message.kind === "forget" && (message.pages?.includes(reader.page) ?? true);
      if (message.kind === "stop" || forgets) reader.reading = false;
      return { reading: reader.reading, hooked: false, page: reader.page, failed: false };
    },
  },
});
