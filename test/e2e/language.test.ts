// The language of the site's own interface changes nothing that is read.
import { expect, it } from "vitest";
import { COMPANY } from "../../scripts/demo/x/story.mjs";
import { readTab } from "../../scripts/demo/x/visitor.mjs";
import type { PageRecord } from "../../src/domain/record.ts";
import { audit, click, inEachBrowser } from "./stage.ts";

const BASE = Date.UTC(2026, 9, 30, 15);

/** A record less what differs between two installations and two moments of reading. */
const comparable = ({ author, replyToAuthor, observedAt: _, ...rest }: PageRecord) => ({
  ...rest,
  author: author.role,
  replyToAuthor: replyToAuthor?.role ?? null,
});
const inOrder = (records: readonly PageRecord[]) => records.map(comparable).sort((a, b) => (a.id < b.id ? -1 : 1));

inEachBrowser("languages of the interface", (stage) => {
  /** What is read from the first screen as drawn, and then from the Replies tab as answered. */
  async function readIn(language: "en" | "ar" | "ja") {
    await stage().startOver(BASE);
    const { tab, site } = stage();
    site.settings.language = language;
    await stage().load();
    await tab.waitFor(() => document.querySelectorAll("article").length > 10);
    const popup = await click(tab);
    const drawn = inOrder((await audit(popup)).records);
    await readTab(tab, site.world, COMPANY, "/with_replies");
    const answered = inOrder((await audit(popup)).records);
    return { drawn, answered };
  }

  it("reads the same records in English, Arabic and Japanese", async () => {
    const english = await readIn("en");
    expect(english.drawn.length).toBeGreaterThan(8);
    expect(english.answered.length).toBeGreaterThan(60);
    for (const language of ["ar", "ja"] as const) {
      const other = await readIn(language);
      expect(other.answered).toEqual(english.answered);
      expect(other.drawn).toEqual(english.drawn);
    }
  });
});
