// Types of the closed internet that tests and the demo run against.
export interface Asked {
  method: string;
  url: URL;
  headers: Record<string, string | undefined>;
  body: string;
}
export interface Answer {
  status?: number;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
}
export type Handle = (asked: Asked) => Answer | null | Promise<Answer | null>;
export interface FakeInternet {
  readonly proxyPort: number;
  readonly requests: readonly (Omit<Asked, "url"> & { url: string })[];
  /** "host:port" of everything asked for elsewhere. */
  readonly refused: readonly string[];
  serve(handle: Handle): void;
  /** Empties `requests` and `refused`. */
  forget(): void;
  close(): Promise<void>;
}
export const HOSTS: readonly string[];
export function startFakeInternet(handle: Handle): Promise<FakeInternet>;
