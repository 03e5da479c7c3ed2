// German for goals and for the figures that show whether one is reached.
import type { GoalTexts } from "../catalogue/figures.ts";
import { shapes } from "./shapes.ts";
import type { German } from "./words.ts";

export const indicators = (say: German): Pick<GoalTexts, "goal" | "indicator"> => {
  const { number, percent, duration, plural, items, people, writers, posts, ofPosts, weeks, ofConversations } = say;
  const { share, within, until } = shapes(say);
  return {
    goal: {
      care: { name: "Kundendienst", hint: "Wer fragt, bekommt rechtzeitig eine Antwort" },
      community: { name: "Gemeinschaft", hint: "Mit den Leuten reden, nicht auf sie ein" },
      awareness: { name: "Bekanntheit", hint: "Woche für Woche präsent sein" },
      leads: { name: "Anfragen und Verkauf", hint: "Wer kaufen will, bekommt eine Antwort" },
      thoughtLeadership: { name: "Meinungsführerschaft", hint: "Fachwissen teilen und darüber diskutieren" },
      employerBrand: { name: "Arbeitgebermarke", hint: "Wer sich bewirbt, bekommt Antworten und sieht Menschen" },
      listening: { name: "Zuhören", hint: "Fragen, und für die Antworten bleiben" },
      crisis: { name: "Bereit für eine Krise", hint: "Beschwerden werden schnell beantwortet, auch am Wochenende" },
      rhythm: { name: "Stetiger Rhythmus", hint: "In Kontakt bleiben, ohne Schübe und Pausen" },
      learn: { name: "Ausprobieren und lernen", hint: "Ein kleiner, stetiger Versuch, dann entscheiden" },
    },
    indicator: {
      answeredWithin1h: within("Innerhalb einer Stunde beantwortet", people, "einer Stunde"),
      answeredWithin24h: within("Innerhalb eines Tages beantwortet", people, "eines Tages"),
      halfTime: until("Zeit bis zur Antwort für die Hälfte", people, "bekam die Hälfte"),
      weekendGap: {
        name: "Am Wochenende seltener beantwortet",
        limits(lower, upper) {
          const points = (v: number) => `${number(Math.abs(v) * 100)} ${v < 0 ? "mehr" : "weniger"}`;
          return `${points(lower)} bis ${points(upper)}`;
        },
        fact: (f) => {
          const points = Math.round(f.value * 100);
          const weekend = f.values["weekendPeople"];
          const basis =
            typeof weekend === "number" ? `${people(f.n)}, davon ${number(weekend)} am Wochenende` : people(f.n);
          if (points === 0)
            return `Am Wochenende wird innerhalb eines Tages **genauso oft** geantwortet wie unter der Woche (${basis}).`;
          const size = Math.abs(points);
          return `Am Wochenende ${size === 1 ? "bekommt" : "bekommen"} von 100 Personen **${number(size)} ${points > 0 ? "weniger" : "mehr"}** innerhalb eines Tages eine Antwort als unter der Woche (${basis}).`;
        },
      },
      replyShare: share(
        "Anteil der Antworten an andere",
        (n) => items(n, "Beitrag oder Antwort", "Beiträgen und Antworten"),
        (p, n) => `Von ${n} sind ${p} Antworten an jemanden.`,
      ),
      communityShare: share(
        "Einladende Beiträge",
        ofPosts,
        (p, n, agree) =>
          `Von ${n} ${agree("lädt", "laden")} ${p} zum Mitmachen ein: eine Frage, ein Dank, eine Umfrage.`,
      ),
      actionShare: share(
        "Beiträge mit Aufforderung zum Handeln",
        ofPosts,
        (p, n, agree) => `Von ${n} ${agree("fordert", "fordern")} ${p} zum Handeln oder Kaufen auf.`,
      ),
      askingShare: share(
        "Beiträge mit einer Frage",
        ofPosts,
        (p, n, agree) => `Von ${n} ${agree("fragt", "fragen")} ${p} die Leute etwas.`,
      ),
      askedAndLeft: share(
        "Gefragt und liegen gelassen",
        (n) => items(n, "Beitrag, der die Leute etwas fragte,", "Beiträgen, die die Leute etwas fragten,"),
        (p, n, agree) =>
          `Von ${n} ${agree("blieb", "blieben")} ${p} liegen: Leute antworteten, die Seite kam nicht zurück.`,
      ),
      returningPeople: share(
        "Wiederkehrende Personen",
        writers,
        (p, n, agree) => `Von ${n} ${agree("kam", "kamen")} ${p} an einem anderen Tag wieder.`,
      ),
      threadPresence: share(
        "In den eigenen Gesprächen dabei",
        ofConversations,
        (p, n) => `Von ${n} nahm sie an ${p} teil.`,
      ),
      buyingAnswered24h: within(
        "Kaufanfragen innerhalb eines Tages beantwortet",
        (n) => items(n, "Person, die kaufen wollte,", "Personen, die kaufen wollten,"),
        "eines Tages",
      ),
      complaintsAnswered1h: within(
        "Beschwerden innerhalb einer Stunde beantwortet",
        (n) => items(n, "Person mit einer Beschwerde", "Personen mit einer Beschwerde"),
        "einer Stunde",
      ),
      complaintsAnswered24h: within(
        "Beschwerden innerhalb eines Tages beantwortet",
        (n) => items(n, "Person mit einer Beschwerde", "Personen mit einer Beschwerde"),
        "eines Tages",
      ),
      peopleShare: share(
        "Beiträge über Menschen",
        ofPosts,
        (p, n, agree) => `Von ${n} ${agree("handelt", "handeln")} ${p} von Menschen.`,
      ),
      insightPerWeek: {
        name: "Beiträge mit Fachwissen pro Woche",
        fact: (f) =>
          `${plural(f.value, { one: "**#** Beitrag", other: "**#** Beiträge" })} mit Fachwissen pro Woche, von ${ofPosts(f.n)}.`,
      },
      blanketShare: share(
        "Gleiche Nachricht in mehreren Netzwerken",
        ofPosts,
        (p, n, agree) =>
          `Von ${n} ${agree("erschien", "erschienen")} ${p} fast Wort für Wort auch in einem anderen Netzwerk.`,
      ),
      activeWeeks: {
        name: "Wochen mit einem Beitrag",
        fact: (f) =>
          `In **${number(Math.round(f.value * f.n))} von ${weeks(f.n)}** (${percent(f.value)}) gab es mindestens einen Beitrag.`,
      },
      postsPerWeek: {
        name: "Beiträge pro Woche",
        fact: (f) => `${plural(f.value, { one: "**#** Beitrag", other: "**#** Beiträge" })} pro Woche (${posts(f.n)}).`,
      },
      longestSilence: {
        name: "Längste Pause",
        fact: (f) => `Die längste Pause dauerte **${duration(f.value)}** (${posts(f.n)}).`,
      },
      burstiness: {
        name: "Gleichmäßigkeit (−1 Uhrwerk, 1 Schübe)",
        fact: (f) =>
          `Beiträge kommen ${f.value > 0.1 ? "in Schüben" : f.value < -0.1 ? "gleichmäßig" : "wie zufällig, weder gleichmäßig noch in Schüben"}: **${number(f.value, 2)}** (−1 Uhrwerk, 0 Zufall, 1 Schübe; ${items(f.n, "Abstand", "Abstände")}).`,
      },
    },
  };
};
