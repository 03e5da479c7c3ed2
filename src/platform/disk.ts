// How much room the extension takes on the disk, as the browser counts it.

export interface DiskUse {
  /** Bytes in use by the extension, and how many it may use at most; null where the browser does not tell. */
  readonly used: number | null;
  readonly limit: number | null;
}

/** For extension pages and the worker alike. Never rejects. */
export async function diskUse(): Promise<DiskUse> {
  try {
    const { usage, quota } = await navigator.storage.estimate();
    return { used: usage ?? null, limit: quota ?? null };
  } catch {
    return { used: null, limit: null };
  }
}
