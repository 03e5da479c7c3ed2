// The rooms keep to their layers, foreign worlds are entered through one door each, and nothing dangerous is built in.
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const SRC = resolve(import.meta.dirname, "../src");
const files = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => ({ name: name.replaceAll("\\", "/"), text: readFileSync(join(SRC, name), "utf8") }));

const importsOf = (text: string): string[] =>
  [
    ...text.matchAll(/(?:^|\n)\s*(?:import|export)\b[^;]*?from\s+"([^"]+)"/g),
    ...text.matchAll(/import\(\s*"([^"]+)"/g),
    ...text.matchAll(/(?:^|\n)import\s+"([^"]+)"/g),
  ].map((match) => match[1]!);
const roomOf = (name: string): string => name.split("/")[0]!;
const targetRoom = (from: string, specifier: string): string =>
  roomOf(relative(SRC, resolve(SRC, from, "..", specifier)).replaceAll("\\", "/"));

/** What each room may import besides itself. */
const ALLOWED: Record<string, string[]> = {
  domain: [],
  stats: [],
  networks: ["domain"],
  computed: ["domain", "stats"],
  audits: ["domain", "stats", "computed"],
  report: ["domain", "stats", "computed", "audits"],
  platform: ["domain"],
  store: ["domain"],
  collect: ["domain", "networks", "platform"],
  background: ["domain", "computed", "networks", "platform", "store", "collect"],
  ui: ["domain", "networks", "platform", "store", "audits", "report", "computed", "stats"],
};
const PURE = ["domain", "stats", "computed", "audits", "report", "networks"];

describe("architecture", () => {
  it("has only the rooms it says it has", () => {
    expect(new Set(files.map(({ name }) => roomOf(name)))).toEqual(new Set(Object.keys(ALLOWED)));
  });

  it.each(files.map(({ name, text }) => [name, text] as const))("%s imports only what its room may", (name, text) => {
    for (const specifier of importsOf(text).filter((path) => path.startsWith("."))) {
      const room = targetRoom(name, specifier);
      if (room !== roomOf(name)) expect(ALLOWED[roomOf(name)], `${name} imports ${specifier}`).toContain(room);
    }
  });

  it.each(files.filter(({ name }) => PURE.includes(roomOf(name))).map(({ name, text }) => [name, text] as const))(
    "%s is pure",
    (name, text) => {
      const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, "");
      expect(code, name).not.toMatch(
        /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bperformance\.now\b|\bcrypto\b|\bchrome\.|\bbrowser\./,
      );
      expect(importsOf(text).filter((path) => !path.startsWith(".") && path !== "zod/mini")).toEqual([]);
    },
  );

  it("has one import of the browser's API, and uses zod only in its small form", () => {
    expect(
      files.filter(({ text }) => importsOf(text).includes("webextension-polyfill")).map(({ name }) => name),
    ).toEqual(["platform/browser.ts"]);
    expect(files.filter(({ text }) => importsOf(text).includes("zod"))).toEqual([]);
  });

  it("gives the page hook nothing to import", () => {
    expect(importsOf(files.find(({ name }) => name === "collect/page-hook.ts")!.text)).toEqual([]);
  });

  it("never writes HTML, evaluates text or asks the network", () => {
    for (const { name, text } of files) {
      expect(text, name).not.toMatch(
        /dangerouslySetInnerHTML|\.innerHTML\s*=|\.outerHTML\s*=|insertAdjacentHTML|document\.write|\beval\(|new Function\(/,
      );
      if (name !== "collect/page-hook.ts")
        expect(text, name).not.toMatch(
          /\bfetch\(|new XMLHttpRequest|navigator\.sendBeacon|new WebSocket|new EventSource/,
        );
    }
  });

  it("opens every file with one sentence that says what it is for", () => {
    for (const { name, text } of files) expect(text, name).toMatch(/^\/\/ \S.*[^\n]\n/);
  });

  it("asks for exactly the permissions it needs", () => {
    const manifest = JSON.parse(readFileSync(resolve(SRC, "../manifest.json"), "utf8"));
    // Chrome asks for its side panel by name and warns of nothing; Firefox has its sidebar without.
    expect(manifest.permissions).toEqual(["activeTab", "scripting", "storage", "{{chrome}}.sidePanel"]);
    for (const key of [
      "host_permissions",
      "optional_host_permissions",
      "content_scripts",
      "web_accessible_resources",
    ]) {
      expect(Object.keys(manifest).filter((name) => name.endsWith(key))).toEqual([]);
    }
    expect(manifest.incognito).toBe("not_allowed");
    expect(manifest.content_security_policy.extension_pages).toContain("connect-src 'none'");
  });
});
