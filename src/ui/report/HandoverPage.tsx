// The hand-over: the sheet as it will be, what stands on it, and the three ways it leaves.
import { useEffect, useMemo, useState } from "preact/hooks";
import { type HandoverSetting, handoverSetting, MAX_LOGO } from "../../platform/setting.ts";
import { exportName } from "../../report/export.ts";
import type { Report } from "../../report/report.ts";
import { handoverContent } from "../handover/content.ts";
import { handoverHtml } from "../handover/html.tsx";
import { handoverMarkdown } from "../handover/markdown.ts";
import { Sheet } from "../handover/Sheet.tsx";
import { Check, TextField } from "../popup/fields.tsx";
import { catalogueFor, LANGUAGES, nameOfLanguage } from "../text/index.ts";
import { saveFile } from "./save-file.ts";
import type { Env, Shown } from "./view.ts";

const PLAIN: HandoverSetting = { name: "", logo: null, language: "" };

export function HandoverPage({ env, page, report }: { env: Env; page: Shown; report: Report }) {
  const { text } = env;
  const words = text.handover;
  const [setting, setSetting] = useState<HandoverSetting>(PLAIN);
  const [quoteOthers, setQuoteOthers] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  useEffect(() => {
    handoverSetting.get().then(setSetting, () => undefined);
  }, []);
  const change = (part: Partial<HandoverSetting>) => {
    const next = { ...setting, ...part };
    setSetting(next);
    handoverSetting.set(next).then(
      () => setSaid(null),
      () => setSaid(words.notSaved),
    );
  };
  const zone = report.plan?.policy.zone ?? env.view.zone;
  const content = useMemo(() => {
    const spoken = setting.language ? catalogueFor([setting.language], zone) : text;
    return handoverContent(report, spoken, {
      consultant: { name: setting.name, logo: setting.logo },
      networkName: page.network.name,
      hosts: page.network.hosts,
      quoteOthers,
    });
  }, [report, setting, quoteOthers, text, zone]);
  const name = (kind: "report.html" | "report.md") => exportName(page.key, report.asOf, kind);

  return (
    <div class="handover">
      <div class="handover-settings">
        <div class="buttons">
          <button type="button" class="primary" onClick={() => print()}>
            {words.print}
          </button>
          <button
            type="button"
            onClick={() =>
              handoverHtml(content).then(
                (html) => saveFile(name("report.html"), html, "text/html"),
                () => setSaid(text.report.exportFailed),
              )
            }
          >
            {words.saveHtml}
          </button>
          <button
            type="button"
            onClick={() =>
              navigator.clipboard.writeText(handoverMarkdown(content)).then(
                () => setSaid(words.copied),
                () => setSaid(words.notCopied),
              )
            }
          >
            {words.copyMarkdown}
          </button>
          <button type="button" onClick={() => saveFile(name("report.md"), handoverMarkdown(content), "text/markdown")}>
            {words.saveMarkdown}
          </button>
        </div>
        <p role="status">{said}</p>
        <details class="plan">
          <summary>{words.settingsTitle}</summary>
          <div class="folded">
            <TextField
              label={words.consultant}
              value={setting.name}
              onChange={(value) => change({ name: value.slice(0, 120) })}
            />
            <Logo env={env} setting={setting} change={change} refuse={() => setSaid(words.badLogo)} />
            <Language env={env} setting={setting} change={change} />
            <Check class="chip" label={words.quoteOthers} checked={quoteOthers} onChange={setQuoteOthers} />
          </div>
        </details>
      </div>
      <section class="paper" aria-label={words.preview}>
        <Sheet content={content} />
      </section>
    </div>
  );
}

interface FieldProps {
  env: Env;
  setting: HandoverSetting;
  change: (part: Partial<HandoverSetting>) => void;
}

const PICTURES = ["image/png", "image/jpeg", "image/webp"];

/** The file as a data address, if the browser can draw it; rejects for anything else. */
async function pictureOf(file: File): Promise<string> {
  if (!PICTURES.includes(file.type)) throw new TypeError("no picture");
  const address = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
  if (address.length > MAX_LOGO) throw new RangeError("too big");
  const image = new Image();
  image.src = address;
  await image.decode();
  return address;
}

function Logo({ env, setting, change, refuse }: FieldProps & { refuse: () => void }) {
  const words = env.text.handover;
  return (
    <div class="field">
      <label for="logo">{words.logo}</label>
      <input
        id="logo"
        type="file"
        accept={PICTURES.join(",")}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file) pictureOf(file).then((logo) => change({ logo }), refuse);
        }}
      />
      {setting.logo && (
        <p>
          <button type="button" onClick={() => change({ logo: null })}>
            {words.removeLogo}
          </button>
        </p>
      )}
    </div>
  );
}

function Language({ env, setting, change }: FieldProps) {
  const words = env.text.handover;
  const own = env.text.format.language;
  return (
    <div class="field">
      <label for="language">{words.language}</label>
      <select
        id="language"
        value={setting.language || own}
        onChange={(event) => change({ language: event.currentTarget.value })}
      >
        {[...new Set([setting.language || own, own, ...LANGUAGES])].map((tag) => (
          <option key={tag} value={tag} lang={tag}>
            {nameOfLanguage(tag)}
          </option>
        ))}
      </select>
    </div>
  );
}
