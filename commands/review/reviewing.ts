import { existsSync, readFileSync, writeFileSync } from "node:fs";
import {
  acceptedRisks,
  pictureOf,
  REVIEW_RULES,
  reviewed,
  sarifOf,
  type AcceptedRisk,
  type ReviewInput,
  type ReviewSeverity,
} from "../../review";
import { writeRecord, writeWhole } from "../../root-sessions/record-file";
import type { ExitCode } from "../contract/exit-code";
import { mistake } from "../contract/mistake";
import { checkWritten } from "../contract/written-files";
import { printJson } from "../output/json";
import { page } from "./page";
import { changedByPlans } from "./plans";
import { changedBy, changedSince } from "./synthesis";
import { filesOfFindings } from "./shown-files";

interface Asked {
  /** Folder of the plans, where no commit is compared. */
  readonly folder: string;
  /** The commit whose synthesis is compared with that of the working tree. */
  readonly ref: string | undefined;
  /** Folder of what another job synthesized, compared with that of the working tree. */
  readonly synthesized: string | undefined;
  /** Findings of this severity, or a worse one, that nobody accepted, are the answer no. */
  readonly gate: ReviewSeverity | undefined;
  /** The file of accepted risks, and the one that is read where it is there. */
  readonly accepted: string | undefined;
  readonly usuallyAccepted: string;
  readonly output: string | undefined;
  /** Where the page goes, and the SARIF. */
  readonly html: string | undefined;
  readonly sarif: string | undefined;
  /** Where the whole of a review goes that is cut, and where it does unless another file is named. */
  readonly artifact: string | undefined;
  readonly usualArtifact: string;
  readonly json: boolean;
}

function risksIn({ accepted, usuallyAccepted }: Asked): readonly AcceptedRisk[] {
  if (accepted === undefined && !existsSync(usuallyAccepted)) return [];
  const path = accepted ?? usuallyAccepted;
  if (!existsSync(path)) mistake("--accepted", "name a file that exists", path);
  return acceptedRisks(
    readFileSync(path, "utf8"),
    path,
    REVIEW_RULES.map(({ id }) => id),
  );
}

function changes({ folder, ref, synthesized }: Asked): ReviewInput | Promise<ReviewInput> {
  if (synthesized !== undefined) return changedBy(synthesized);
  return ref === undefined ? changedByPlans(folder) : changedSince(ref);
}

/** Reviews, and writes the review where it was asked for. */
export async function review(asked: Asked): Promise<ExitCode> {
  const { ref, synthesized, gate, output, html, sarif, artifact, json: forMachines } = asked;
  checkWritten(
    { "--output": output, "--html": html, "--sarif": sarif, "--artifact": artifact },
    { "--accepted": asked.accepted ?? asked.usuallyAccepted },
  );
  const risks = risksIn(asked);
  const input = await changes(asked);
  const title =
    ref === undefined && synthesized === undefined ? "Review of the plans" : "Review of what is synthesized";
  const today = new Date();
  const { markdown, json, reaches } = reviewed(input, { title, risks, today });
  if (html !== undefined) writeWhole(html, page({ title, json, picture: pictureOf(input), today }));
  if (sarif !== undefined) writeRecord(sarif, sarifOf(json, filesOfFindings(asked.accepted, asked.usuallyAccepted)));
  if (forMachines) printJson(json);
  else console.log(markdown.text);
  if (output !== undefined) writeFileSync(output, markdown.text);
  if (markdown.isCut) writeFileSync(artifact ?? asked.usualArtifact, markdown.full);
  return gate !== undefined && reaches(gate) ? 2 : 0;
}
