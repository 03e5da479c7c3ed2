// The hook in the page's own world: hands copies of the page's listed responses to the reader through a private port.
/**
 * Runs in the page (MAIN world) as a function without any surroundings, so it uses nothing but its arguments.
 * It wraps the prototype methods through which the page fetches, calls each original with the very same `this` and
 * arguments, never throws, leaves no global behind, and puts the originals back when the reader says stop.
 *
 * @param handshake name of the one event on `document` that carries the port to the reader
 * @param responses source of a regular expression over "METHOD absolute-url request-body"
 * @param withBodies whether request bodies are needed, so that `send` is wrapped too
 * @param maxChars longest response that is copied; of a longer one only the fact is told
 */
export function installPageHook(handshake: string, responses: string, withBodies: boolean, maxChars: number): void {
  const pattern = new RegExp(responses);
  const { port1: port, port2 } = new MessageChannel();
  const prototype = XMLHttpRequest.prototype;
  const originals = { open: prototype.open, send: prototype.send, fetch: window.fetch };
  const requests = new WeakMap<XMLHttpRequest, { method: string; url: string; body: string }>();
  const watched = new WeakSet<XMLHttpRequest>();
  const { apply, get } = Reflect;
  let active = true;

  /**
   * A stand-in with the original's name, length, properties and `toString()`, for pages that look whether a method is the
   * browser's own. `Function.prototype.toString.call` tells it: there it is a native function without a name.
   */
  const wrap = <F extends (...args: never[]) => unknown>(
    original: F,
    around: (target: F, self: unknown, args: unknown[]) => unknown,
  ): F =>
    new Proxy(original, {
      apply: (target, self, args) => around(target, self, args),
      get: (target, key) =>
        key === "toString" ? () => `${Function.prototype.toString.call(target)}` : get(target, key),
    });

  const wanted = (method: string, url: string, body: string): boolean =>
    active && pattern.test(`${method} ${url} ${body}`);
  const hand = (request: { method: string; url: string; body: string }, text: string): void => {
    if (active) port.postMessage(text.length > maxChars ? { ...request, text: null } : { ...request, text });
  };
  const bodyText = (body: unknown): string => {
    if (typeof body === "string") return body;
    if (body instanceof URLSearchParams) return body.toString();
    if (body instanceof FormData) {
      const fields: [string, string][] = [];
      body.forEach((value, name) => {
        if (typeof value === "string") fields.push([name, value]);
      });
      return new URLSearchParams(fields).toString();
    }
    return "";
  };
  const onLoad = (event: Event): void => {
    try {
      const request = event.target as XMLHttpRequest;
      const known = requests.get(request);
      if (!known || !wanted(known.method, known.url, known.body)) return;
      const type = request.responseType;
      if (type === "" || type === "text") hand(known, request.responseText);
      else if (type === "json") hand(known, JSON.stringify(request.response));
    } catch {
      // The page must never notice.
    }
  };

  const open = wrap(originals.open, (target, self, args) => {
    try {
      const request = self as XMLHttpRequest;
      const method = String(args[0]).toUpperCase();
      const url = new URL(String(args[1]), document.baseURI).href;
      requests.set(request, { method, url, body: "" });
      if (!watched.has(request) && (withBodies || wanted(method, url, ""))) {
        watched.add(request);
        request.addEventListener("load", onLoad);
      }
    } catch {
      // An address the page got wrong is the page's own affair.
    }
    return apply(target, self as object, args);
  });
  const send = wrap(originals.send, (target, self, args) => {
    try {
      const known = requests.get(self as XMLHttpRequest);
      if (known) known.body = bodyText(args[0]);
    } catch {
      // As above.
    }
    return apply(target, self as object, args);
  });
  const fetch = wrap(originals.fetch, (target, self, args) => {
    const answer = apply(target, self as object, args) as Promise<Response>;
    try {
      const [input, init] = args as [RequestInfo | URL, RequestInit?];
      const isRequest = input instanceof Request;
      const request = {
        method: String(init?.method ?? (isRequest ? input.method : "GET")).toUpperCase(),
        url: new URL(isRequest ? input.url : String(input), document.baseURI).href,
        body: bodyText(init?.body),
      };
      if (wanted(request.method, request.url, request.body)) {
        answer
          .then((response) => response.clone().text())
          .then((text) => hand(request, text))
          .catch(() => undefined);
      }
    } catch {
      // As above.
    }
    return answer;
  });

  prototype.open = open;
  if (withBodies) prototype.send = send;
  window.fetch = fetch;
  port.onmessage = ({ data }) => {
    // Messages keep their order: the echo tells the reader that it has everything handed over before.
    if (data !== "stop") return port.postMessage(data);
    active = false;
    if (prototype.open === open) prototype.open = originals.open;
    if (prototype.send === send) prototype.send = originals.send;
    if (window.fetch === fetch) window.fetch = originals.fetch;
    port.close();
  };
  document.dispatchEvent(new MessageEvent(handshake, { ports: [port2] }));
}
