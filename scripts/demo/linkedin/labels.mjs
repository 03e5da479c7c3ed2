// LinkedIn's own words around posts, in the languages of the demo: a reader must not depend on any of them.

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A label's parts: how many whole ones of which unit, floored as the site does. */
function ageParts(ms) {
  if (ms < HOUR) return ["m", Math.max(1, Math.floor(ms / 60_000))];
  if (ms < DAY) return ["h", Math.floor(ms / HOUR)];
  if (ms < 7 * DAY) return ["d", Math.floor(ms / DAY)];
  if (ms < 29 * DAY) return ["w", Math.floor(ms / (7 * DAY))];
  return ms < 365 * DAY ? ["mo", Math.floor(ms / (29.1 * DAY))] : ["yr", Math.floor(ms / (365 * DAY))];
}

const grouped = (count, mark) => String(count).replace(/\B(?=(\d{3})+$)/g, mark);

export const LABELS = {
  en: {
    age: (ms) => ageParts(ms).reverse().join(""),
    comments: (n) => `${grouped(n, ",")} ${n === 1 ? "comment" : "comments"}`,
    reactions: (n) => `${grouped(n, ",")} reactions`,
    reposts: (n) => `${grouped(n, ",")} reposts`,
    replies: (n) => `${n} ${n === 1 ? "reply" : "replies"}`,
    reposted: "reposted this",
    menu: (name) => `Open control menu for post by ${name}`,
    author: "Author",
    promoted: "Promoted",
    top: "Top",
    recent: "Recent",
    more: "View more options for",
  },
  de: {
    age: (ms) => {
      const [unit, n] = ageParts(ms);
      return `${n} ${{ m: "Min.", h: "Std.", d: n === 1 ? "Tag" : "Tage", w: "Woche(n)", mo: "Monat(e)", yr: "Jahr(e)" }[unit]}`;
    },
    comments: (n) => `${grouped(n, ".")} ${n === 1 ? "Kommentar" : "Kommentare"}`,
    reactions: (n) => `${grouped(n, ".")} Reaktionen`,
    reposts: (n) => `${grouped(n, ".")} Reposts`,
    replies: (n) => `${n} ${n === 1 ? "Antwort" : "Antworten"}`,
    reposted: "hat dies direkt geteilt",
    menu: (name) => `Kontrollmenü öffnen für Beitrag von ${name}`,
    author: "Verfasser:in",
    promoted: "Anzeige",
    top: "Top",
    recent: "Aktuell",
    more: "Weitere Optionen anzeigen für",
  },
  ja: {
    age: (ms) => {
      const [unit, n] = ageParts(ms);
      return `${n}${{ m: "分前", h: "時間前", d: "日前", w: "週間前", mo: "か月前", yr: "年前" }[unit]}`;
    },
    comments: (n) => `${grouped(n, ",")}件のコメント`,
    reactions: (n) => `${grouped(n, ",")}件のリアクション`,
    reposts: (n) => `${grouped(n, ",")}件の再投稿`,
    replies: (n) => `返信${n}件`,
    reposted: "さんが再投稿しました",
    menu: (name) => `${name}さんの投稿のメニューを開く`,
    author: "投稿者",
    promoted: "プロモーション",
    top: "トップ",
    recent: "最新",
    more: "その他のオプション：",
  },
};
