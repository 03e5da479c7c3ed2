// German for what was read, what was not, what to open next and what no page shows.
import type { CannotShowKey, ReadingTexts } from "../catalogue/reading.ts";
import { type German, quoted } from "./words.ts";

const CANNOT_SHOW: Readonly<Record<CannotShowKey, string>> = {
  privateMessages: "Private Nachrichten, und was per E-Mail weiterging",
  reach: "Wie viele Leute einen Beitrag gesehen haben",
  outcomes: "Klicks, Anfragen und Verkäufe",
  hidden: "Nachrichten, die gelöscht, verborgen oder gefiltert wurden",
  boosted: "Für welche Beiträge bezahlt wurde",
  employees: "Antworten von den eigenen Konten der Beschäftigten",
  mentionsElsewhere: "Was anderswo über die Seite gesagt wird",
  silentReaders: "Leute, die lesen und nichts sagen",
  notLoaded: "Alles, was dieser Browser nicht geladen hat",
};

export const reading = (say: German): ReadingTexts => {
  const { number, date, dateRange, items, posts, answers, messages, counted, entries, feed: feedName } = say;
  /** `n` things and what is said of one or of several. */
  const that = (n: number, one: string, other: string) => `${entries(n)}, ${n === 1 ? one : other}`;
  return {
    feed: feedName,
    next(step, created, now) {
      const of = (noun: string) => (created === null ? noun : `${noun} vom ${date(created, now)}`);
      const below = (n: number) => `${items(n, "Antwort darunter ist", "Antworten darunter sind")} noch nicht gelesen`;
      switch (step.key) {
        case "openFeed":
          return step.feed
            ? `Öffnen Sie den Reiter ${quoted(feedName(step.feed))} dieser Seite.`
            : "Öffnen Sie die anderen Reiter der Seite.";
        case "sortRecent":
          return `Sortieren Sie den Reiter ${quoted(feedName(step.feed ?? "posts"))} nach „Neueste“ statt nach „Top“.`;
        case "scrollFeed": {
          const where = step.feed ? `im Reiter ${quoted(feedName(step.feed))}` : "auf der Seite";
          return step.count
            ? `Scrollen Sie ${where} weiter nach unten: Etwa ${items(step.count, "Beitrag fehlt", "Beiträge fehlen")} noch.`
            : `Scrollen Sie ${where} weiter nach unten.`;
        }
        case "openThread":
          return step.count
            ? `Öffnen Sie ${of("den Beitrag")}: ${below(step.count)}.`
            : `Öffnen Sie ${of("den Beitrag")} und lesen Sie die Antworten darunter.`;
        case "openReplies":
          return step.count
            ? `Öffnen Sie ${of("die Nachricht")}: ${below(step.count)}.`
            : `Öffnen Sie ${of("die Nachricht")} und lesen Sie die Antworten darunter.`;
        case "showAll":
          return step.count
            ? `Stellen Sie ${of("beim Beitrag")} auf „Alle Kommentare“ um: ${items(step.count, "Antwort ist", "Antworten sind")} verborgen oder nicht geladen.`
            : `Stellen Sie ${of("beim Beitrag")} auf „Alle Kommentare“ um.`;
        case "reload":
          return step.feed
            ? `Laden Sie den Reiter ${quoted(feedName(step.feed))} neu und lesen Sie ihn von oben.`
            : "Laden Sie diese Seite neu und lesen Sie sie von oben.";
        case "signIn":
          return "Melden Sie sich auf dieser Website an: Wer abgemeldet ist, sieht das meiste nicht, was Leute schreiben.";
        case "setPlan":
          return "Sagen Sie, warum es diese Seite gibt. Dann bekommt jede Zahl einen Sinn.";
        case "openNetwork":
          return "Öffnen Sie die Seite dieser Organisation in einem anderen Netzwerk und lesen Sie dort die Beiträge aus derselben Zeit.";
        case "nothing":
          return "Mehr gibt es nicht zu öffnen: Was diese Seite zeigt, ist gelesen.";
      }
    },
    unread(reason, count) {
      const n = entries(count);
      switch (reason) {
        case "noId":
          return `${n} ohne eigene Adresse`;
        case "repost":
          return `mindestens ${items(count, "Repost, der ohne eigene Zeit gezeigt wird", "Reposts, die ohne eigene Zeit gezeigt werden")} (der Reiter „Reposts“ verrät mehr)`;
        case "noTime":
          return `${n} ohne Zeitangabe`;
        case "noAuthor":
          return `${n} ohne Verfasser`;
        case "unknownShape":
          return `${n} in einer hier unbekannten Form`;
        case "tooBig":
          return `${n}, zu groß zum Lesen`;
        case "notJson":
          return that(count, "der sich nicht entschlüsseln ließ", "die sich nicht entschlüsseln ließen");
        case "siteError":
          return `${items(count, "Antwort der Website, die", "Antworten der Website, die")} nur „Fehler“ ${count === 1 ? "besagte" : "besagten"}`;
        case "unavailable":
          return `${that(count, "den", "die")} die Website zurückhält (gelöscht, gesperrt oder privat)`;
      }
    },
    unreadTotal: (count, read) =>
      `${items(count, "Eintrag ließ", "Einträge ließen")} sich nicht lesen, ${number(read)} schon.`,
    coverage: {
      ...counted,
      feedRead(feed, { from, to }, gaps, top, end, now) {
        const notes = [
          ...(gaps > 0 ? [gaps === 1 ? "mit einer Lücke" : `mit ${number(gaps)} Lücken`] : []),
          ...(top ? [] : ["nicht von ganz oben"]),
          ...(end ? ["bis ganz zum Ende"] : []),
        ];
        return `${feedName(feed)}: ${[dateRange(from, to, now), ...notes].join(", ")}`;
      },
      threads: (n) => (n === 0 ? "Noch kein Gespräch geöffnet" : items(n, "Gespräch geöffnet", "Gespräche geöffnet")),
      announced: (read, announced, since, now) =>
        `${number(read)} von ${messages(announced)} unter den Beiträgen der Seite${since === null ? "" : ` seit dem ${date(since, now)}`} gelesen`,
      withoutParent: (n) =>
        `${answers(n)}, deren Frage nicht bekannt ist; wie lange Leute warteten, ist damit auch nicht bekannt`,
      allUnderstood: "Alles, was gefunden wurde, ließ sich lesen.",
    },
    notLoaded({ key, feed, count }) {
      const where = feed ? `${feedName(feed)}: ` : "";
      const n = count ?? 0;
      switch (key) {
        case "feed":
          return feed ? `${feedName(feed)}: nicht geöffnet` : "Ein Reiter wurde nicht geöffnet";
        case "notByDate":
          return `${where}was eine andere Reihenfolge als die nach Datum auslässt`;
        case "newerPosts":
          return `${where}was neuer ist als der erste gelesene Beitrag`;
        case "olderPosts":
          return `${where}was älter ist als der letzte gelesene Beitrag`;
        case "gapInFeed":
          return `${where}${items(n, "Lücke", "Lücken")} dazwischen`;
        case "threads":
          return `${posts(n)}, ${n === 1 ? "dessen" : "deren"} Antworten nicht geöffnet wurden`;
        case "answers":
          return `${answers(n)} unter den Beiträgen der Seite`;
        case "askedMessages":
          return `worauf ${items(n, "Antwort", "Antworten")} ${n === 1 ? "folgte" : "folgten"}, und damit, wie lange Leute auf sie warteten`;
        case "texts":
          return `der Text von ${messages(n)}`;
        case "notUnderstood":
          return `${that(n, "der sich nicht lesen ließ", "die sich nicht lesen ließen")}:`;
        case "signedOut":
          return "das meiste: Sie sind abgemeldet";
      }
    },
    cannotShow: (key) => (CANNOT_SHOW as Readonly<Record<string, string>>)[key] ?? null,
  };
};
