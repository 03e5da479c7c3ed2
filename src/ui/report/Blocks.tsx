// Findings as blocks of their own.
import type { Finding } from "../../audits/finding.ts";
import { Folded } from "./Evidence.tsx";
import { FindingBlock } from "./FindingBlock.tsx";
import type { Ground } from "./ground.ts";

/** Blocks for findings with a figure; those without one folded together with their reasons. */
export function Blocks({ ground, findings }: { ground: Ground; findings: readonly Finding[] }) {
  const { text } = ground;
  const known = findings.filter(({ value, detail }) => value !== null || detail !== null);
  const unknown = findings.filter((finding) => !known.includes(finding));
  return (
    <>
      <div class="blocks">
        {known.map((finding, index) => (
          <FindingBlock
            key={finding.key}
            ground={ground}
            finding={finding}
            picture={!known.slice(0, index).some((other) => sameKindOfPicture(other, finding))}
          />
        ))}
      </div>
      {unknown.length > 0 && (
        <Folded class="unknown" summary={text.report.unknownHere(unknown.length)}>
          {() => (
            <div class="blocks">
              {unknown.map((finding) => (
                <FindingBlock key={finding.key} ground={ground} finding={finding} />
              ))}
            </div>
          )}
        </Folded>
      )}
    </>
  );
}

/** One audit's findings may share a picture. */
const sameKindOfPicture = (a: Finding, b: Finding): boolean =>
  a.audit === b.audit && a.detail !== null && a.detail.type === b.detail?.type;
