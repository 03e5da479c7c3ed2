// A closed internet on this machine: one TLS server that answers at true addresses, behind a proxy that refuses all others.
import http from "node:http";
import https from "node:https";
import net from "node:net";
import { selfSigned } from "./cert.mjs";

/** Hosts that exist: the networks' and one that is none. */
export const HOSTS = [
  ...["", "www.", "mobile.", "api."].flatMap((prefix) => [`${prefix}x.com`, `${prefix}twitter.com`]),
  ...["", "www.", "web."].map((prefix) => `${prefix}facebook.com`),
  ...["", "www."].map((prefix) => `${prefix}linkedin.com`),
  "example.com",
];

const MAX_BODY = 64 * 1024 * 1024;

async function bodyOf(request) {
  const parts = [];
  let size = 0;
  for await (const part of request) {
    size += part.length;
    if (size > MAX_BODY) throw new Error("request body too large");
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}

const listen = (server) =>
  new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => resolve(server.address().port));
  });

async function shut(server) {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

/**
 * Starts it. `handle({method, url, headers, body})` gives `{status?, headers?, body?}`, or null for 404; `url` is a URL.
 * The result: `proxyPort`; `requests` (each as {method, url, headers, body}) and `refused` ("host:port"), both growing;
 * `serve(handle)` to change what is answered; `forget()` to empty both lists; `close()`.
 */
export async function startFakeInternet(handle) {
  const state = { handle };
  const requests = [];
  const refused = [];
  const sockets = new Set();

  const site = https.createServer(selfSigned(HOSTS), async (request, response) => {
    try {
      const url = new URL(request.url, `https://${request.headers.host}`);
      const asked = { method: request.method, url, headers: request.headers, body: await bodyOf(request) };
      requests.push({ ...asked, url: url.href });
      const answer = await state.handle(asked);
      response.writeHead(answer ? (answer.status ?? 200) : 404, { "cache-control": "no-store", ...answer?.headers });
      response.end(answer?.body ?? "");
    } catch (error) {
      console.error(`stand-in server: ${error.stack}`);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    }
  });
  const sitePort = await listen(site);

  const proxy = http.createServer((request, response) => {
    refused.push(request.url);
    response.writeHead(403).end();
  });
  proxy.on("connect", (request, socket, head) => {
    socket.on("error", () => socket.destroy());
    const [host, port] = request.url.split(":");
    if (port !== "443" || !HOSTS.includes(host)) {
      refused.push(request.url);
      socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
      return;
    }
    const upstream = net.connect(sitePort, "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 OK\r\n\r\n");
      upstream.write(head);
      upstream.pipe(socket);
      socket.pipe(upstream);
    });
    upstream.on("error", () => socket.destroy());
    socket.on("close", () => upstream.destroy());
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  const proxyPort = await listen(proxy);

  return {
    proxyPort,
    requests,
    refused,
    serve(next) {
      state.handle = next;
    },
    forget() {
      requests.length = 0;
      refused.length = 0;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await Promise.all([shut(proxy), shut(site)]);
    },
  };
}
