// The hand-over as Markdown, for pasting into a mail or a document.
import type { ContentFinding, ContentLink, HandoverContent } from "./content.ts";

/** Foreign text as text: nothing in it is markup. */
const plain = (text: string): string => text.replace(/([\\`*_{}[\]()#+\-.!|<>~&])/g, "\\$1");
/** A catalogue sentence keeps its `**`, which means the same here; joiners that only keep a line together go. */
const said = (text: string): string => text.replaceAll("\u2060", "").replaceAll("<", "&lt;");
/** What could end the address early, or be read as markup in it, percent-encoded. */
const address = (url: string): string =>
  url.replace(/[()[\]<>\\`*\s]/gu, (sign) =>
    [...new TextEncoder().encode(sign)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`).join(""),
  );

type Quoted = HandoverContent["quoted"];

const link = ({ label, quote, address: url }: ContentLink, quoted: Quoted): string =>
  `${url ? `[${plain(label)}](${address(url)})` : plain(label)}${quote ? `: ${quoted(plain(quote))}` : ""}`;

const told = (finding: ContentFinding, indent: string, quoted: Quoted): string[] => [
  `**${said(finding.title)}.** ${[said(finding.said), finding.doubt && `(${said(finding.doubt)})`, finding.aim && `${said(finding.aim)}.`].filter(Boolean).join(" ")}`,
  ...finding.links.map((one) => `${indent}- ${link(one, quoted)}`),
];

/** Ends in a newline. */
export function handoverMarkdown(content: HandoverContent): string {
  const { page, why, consultant, quoted } = content;
  const where = page.address ? `[${plain(page.network)}](${address(page.address)})` : plain(page.network);
  return `${[
    `# ${plain(content.title)}`,
    "",
    ...(consultant.name ? [plain(consultant.name), ""] : []),
    `${where} · ${said(content.when)} · ${said(content.read)}`,
    "",
    `${said(why.label)}${why.quote ? `: ${quoted(plain(why.quote))}` : ""}${why.source ? ` (${link(why.source, quoted)})` : ""}`,
    "",
    `## ${said(content.findingsTitle)}`,
    "",
    ...(content.noFindings ? [said(content.noFindings)] : []),
    ...content.findings.flatMap((finding, index) => {
      const [first, ...rest] = told(finding, "   ", quoted);
      return [`${index + 1}. ${first}`, ...rest];
    }),
    "",
    `## ${said(content.strengthTitle)}`,
    "",
    ...(content.strength ? told(content.strength, "", quoted) : [said(content.noStrength)]),
    "",
    `## ${said(content.unseenTitle)}`,
    "",
    ...content.unseen.map((line) => `- ${said(line)}`),
    "",
    `## ${said(content.askTitle)}`,
    "",
    said(content.ask),
    "",
    `*${said(content.foot)}*`,
  ].join("\n")}\n`;
}
