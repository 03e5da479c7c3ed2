// Test projects: `unit` runs in Node (jsdom where a file asks for it), `e2e` drives real browsers, two files at a time.
import { defineConfig } from "vitest/config"; // apart from vite.config.ts, whose extension plugin must not run under vitest

export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["test/**/*.test.{ts,tsx}"],
          exclude: ["test/e2e/**", "test/bench/**"],
          testTimeout: 30_000,
          css: { include: [/sheet\.css/] }, // its text goes into a file and is tested there
          maxWorkers: "100%", // else one processor would be left idle
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: "e2e",
          include: ["test/e2e/**/*.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 90_000,
          sequence: { groupOrder: 1 }, // browsers start when the unit tests have left them the processor
          maxWorkers: 2, // a browser waits often enough for two to share two processors
          retry: 0,
        },
      },
    ],
  },
});
