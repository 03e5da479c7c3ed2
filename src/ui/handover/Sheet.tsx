// The one-page sheet: on screen, on paper and in the HTML file the same.
import { Rich } from "../rich.tsx";
import type { ContentFinding, ContentLink, HandoverContent } from "./content.ts";
import { fitOf } from "./fit.ts";

function Link({ link }: { link: ContentLink }) {
  return (
    <li>
      {link.address ? (
        <a href={link.address} target="_blank" rel="noopener noreferrer" referrerpolicy="no-referrer">
          {link.label}
        </a>
      ) : (
        link.label
      )}
      {link.quote && (
        <>
          : <q dir="auto">{link.quote}</q>
        </>
      )}
      {link.address && <span class="address"> {link.address.replace(/^https:\/\/(www\.)?/, "")}</span>}
    </li>
  );
}

function Told({ told }: { told: ContentFinding }) {
  return (
    <>
      <h3>{told.title}</h3>
      <p>
        <Rich text={told.said} />
        {told.doubt && <span class="soft"> ({told.doubt})</span>} {told.aim && <span class="soft">{told.aim}.</span>}
      </p>
      {told.links.length > 0 && (
        <ul class="links">
          {told.links.map((link) => (
            <Link key={link.address} link={link} />
          ))}
        </ul>
      )}
    </>
  );
}

export function Sheet({ content }: { content: HandoverContent }) {
  const { consultant, page, why } = content;
  return (
    <article class="sheet" data-fit={fitOf(content)} lang={content.language} dir={content.direction}>
      <div class="sheet-head">
        <div>
          <h1>{content.title}</h1>
          <p class="soft">
            {page.network}
            {page.address && (
              <>
                {" · "}
                <a href={page.address} target="_blank" rel="noopener noreferrer" referrerpolicy="no-referrer">
                  {page.address.replace(/^https:\/\/(www\.)?|\?.*$/g, "")}
                </a>
              </>
            )}
            {" · "}
            {content.when}
          </p>
          <p class="soft">{content.read}</p>
        </div>
        {(consultant.logo || consultant.name) && (
          <div class="by">
            {consultant.logo && <img src={consultant.logo} alt={consultant.name} />}
            {consultant.name && <p>{consultant.name}</p>}
          </div>
        )}
      </div>
      <div class="sheet-why">
        <p class="soft">{why.label}</p>
        {why.quote && (
          <p class="said">
            <q dir="auto">{why.quote}</q>
          </p>
        )}
        {why.source && (
          <ul class="links">
            <Link link={why.source} />
          </ul>
        )}
      </div>
      <h2>{content.findingsTitle}</h2>
      {content.noFindings && <p>{content.noFindings}</p>}
      <ol class="sheet-findings">
        {content.findings.map((told) => (
          <li key={told.title}>
            <Told told={told} />
          </li>
        ))}
      </ol>
      <div class="sheet-strength">
        <h2>{content.strengthTitle}</h2>
        {content.strength ? <Told told={content.strength} /> : <p>{content.noStrength}</p>}
      </div>
      <h2>{content.unseenTitle}</h2>
      <ul class="sheet-unseen">
        {content.unseen.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <div class="sheet-ask">
        <h2>{content.askTitle}</h2>
        <p class="said">{content.ask}</p>
      </div>
      <p class="soft foot">{content.foot}</p>
    </article>
  );
}
