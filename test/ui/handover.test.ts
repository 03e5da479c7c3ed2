// The hand-over says only what was counted, links only where it may, and its file holds nothing that could act.
import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { Report } from "../../src/report/report.ts";
import { type HandoverOptions, handoverContent } from "../../src/ui/handover/content.ts";
import { handoverHtml } from "../../src/ui/handover/html.tsx";
import { handoverMarkdown } from "../../src/ui/handover/markdown.ts";
import { review } from "../../src/ui/handover/pick.ts";
import { catalogueFor } from "../../src/ui/text/index.ts";
import { full, NOW, REPORTS } from "./samples.ts";

const text = catalogueFor(["en-GB"], "Europe/Lisbon");
const LOGO = "data:image/png;base64,iVBORw0KGgo=";
const options: HandoverOptions = {
  consultant: { name: "Ada & Sons", logo: LOGO },
  networkName: "X",
  hosts: ["x.com"],
  quoteOthers: false,
};

/** The sample with evidence: two posts of the page and two messages to it. */
const shown: Report = {
  ...full,
  findings: full.findings.map((finding) =>
    finding.key === "answeredWithin24h" || finding.key === "questionsWaiting"
      ? { ...finding, evidence: ["q0", "q1", "q2"], evidenceTotal: 3 }
      : {
          ...finding,
          evidence: ["p1", "p2"],
          evidenceTotal: 2,
          envelope: finding.census ? { lower: finding.value, upper: finding.value } : finding.envelope,
        },
  ),
  cited: [
    ...full.cited,
    ...["p1", "p2"].map((id, index) => ({
      id,
      kind: "post" as const,
      author: { role: "page" as const, key: "page" },
      created: { from: NOW - (index + 1) * 86_400_000, to: NOW - (index + 1) * 86_400_000 + 1 },
      text: index === 0 ? "A *bold* [claim](javascript:alert(1))" : "Fresh beans",
      lang: null,
      url: `https://x.com/i/status/200${index}`,
    })),
  ],
};

describe("what is picked", () => {
  test("three findings at most, each short of its aim, and one strength that is none of them", () => {
    const { findings, strength, ask } = review(shown);
    expect(findings.length).toBeGreaterThan(0);
    expect(findings.length).toBeLessThanOrEqual(3);
    expect(findings.every(({ state }) => state !== "met")).toBe(true);
    expect(strength?.state).toBe("met");
    expect(findings.map(({ finding }) => finding.key)).not.toContain(strength?.finding.key);
    expect(ask).toBe("latency");
  });

  test("two items for each, people who wait before others where it is about waiting", () => {
    const [first] = review(shown).findings;
    expect(first?.shown.map(({ id }) => id)).toEqual(["q0", "q1"]);
    for (const { shown: items } of review(shown).findings) expect(items.length).toBe(2);
  });

  test("nothing is made up where nothing was measured", () => {
    const empty = { ...full, findings: [], goals: [], cited: [] };
    expect(review(empty)).toEqual({ findings: [], strength: null, ask: "nothing" });
    const content = handoverContent(empty, text, options);
    expect(content.noFindings).toMatch(/\w/);
    expect(content.strength).toBeNull();
  });
});

describe("the why on top", () => {
  const why = (report: Report) => handoverContent(report, text, options).why;
  test("is the person's own, an assumed one for another's page, else the page's promise with its source", () => {
    expect(why(full)).toMatchObject({ label: text.handover.statedWhy, quote: full.plan?.why });
    const rival: Report = { ...full, plan: { ...full.plan!, stance: "rival" } };
    expect(why(rival).label).toBe(text.handover.assumedWhy);
    expect(why({ ...full, plan: null })).toMatchObject({
      label: text.handover.promise,
      quote: full.page.about,
      source: { address: "https://x.com/northwindcoffee" },
    });
    expect(why({ ...full, plan: null, page: { ...full.page, about: null } })).toEqual({
      label: text.handover.noWhy,
      quote: null,
      source: null,
    });
  });
});

describe("other people's words", () => {
  test("are linked, and quoted only where that was chosen", () => {
    const quotes = (quoteOthers: boolean) =>
      handoverContent(shown, text, { ...options, quoteOthers }).findings[0]?.links.map(({ quote }) => quote);
    expect(quotes(false)).toEqual([null, null]);
    expect(quotes(true)).toEqual(["My order never arrived, who can help?", "Is the Lisbon shop open on Sundays?"]);
  });

  test("no link leads to another host", () => {
    const { findings } = handoverContent(REPORTS.hostile, text, options);
    for (const { links } of findings) for (const { address } of links) expect(address).toMatch(/^https:\/\/x\.com\//);
  });
});

describe("the HTML file", () => {
  test("has a policy that lets in its one style and pictures in place, and nothing else", async () => {
    const html = await handoverHtml(handoverContent(shown, text, options));
    const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? "";
    const hash = createHash("sha256").update(style).digest("base64");
    expect(style).toContain(".sheet");
    expect(html).toContain(
      `content="default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'"`,
    );
    expect(html).not.toMatch(/<script|<link|<iframe| on\w+=| style=|url\(|@import/i);
    expect([...html.matchAll(/src="([^"]*)"/g)].map((match) => match[1])).toEqual([LOGO]);
    expect(html).toContain("Ada &amp; Sons");
  });

  test("hostile names and texts stay text", async () => {
    const hostile = {
      ...REPORTS.hostile,
      plan: null,
      page: { ...REPORTS.hostile.page, about: "</q><script>1</script>" },
    };
    const html = await handoverHtml(handoverContent(hostile, text, options));
    expect(html).not.toMatch(/<script|<img src=x/i);
    expect(html).toContain("&lt;img src=x");
  });
});

describe("the Markdown text", () => {
  test("says the same, and foreign text in it is no markup", () => {
    const markdown = handoverMarkdown(handoverContent(shown, text, options));
    expect(markdown).toMatch(/^# Northwind Coffee: what its page shows\n/);
    expect(markdown).toContain("**People who asked and wait.** Of 122 people who asked, **7** still wait");
    expect(markdown).toContain("](https://x.com/i/status/1000)");
    expect(markdown).not.toContain("](javascript:");
    expect(markdown).toContain("\\*bold\\* \\[claim\\]\\(javascript:alert\\(1\\)\\)");
    expect(markdown).toContain(`## ${text.handover.askTitle}`);
  });

  test("no address ends early or brings a second link with it", () => {
    const address = "https://x.com/a)[Click](https://evil.example/x";
    const sly: Report = { ...shown, page: { ...shown.page, url: address } };
    const markdown = handoverMarkdown(handoverContent(sly, text, options));
    expect(markdown).toContain("](https://x.com/a%29%5BClick%5D%28https://evil.example/x)");
    expect(markdown).not.toContain("](https://evil.example");
  });
});
