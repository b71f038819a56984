import { REVIEW_SEVERITIES, type ReviewSeverity } from "../../review/rules/rule";
import { command } from "../contract/command";
import { mistake } from "../contract/mistake";
import { SYNTHESIZED_OPTION } from "../session/options";

/** Where `plan` leaves its plans. */
const PLANS = "plans";

/** The accepted risks that a checkout holds, unless another file is named. */
const ACCEPTED = "accepted-risks.json";

/** Where the whole review goes when it is too long for a comment. */
const ARTIFACT = "review-full.md";

const isSeverity = (text: string): text is ReviewSeverity => REVIEW_SEVERITIES.some((severity) => severity === text);

/** Loaded by this command alone: the rules take in every evaluator. */
const reviewing = () => import("./reviewing.ts");

export const review = command({
  name: "review",
  summary: "say what planned changes do to the protection, most serious first",
  about: [
    "Reads the plans that `plan` saved and writes what they change in Markdown: what was denied, watched, delivered or kept and no longer is. Before and after are judged by the same evaluators as the proofs, never by the names of resources; what they cannot judge is a finding, too. docs/reviewing-changes.md lists the rules.",
    `Accepted risks stand in ${ACCEPTED}: rule, place and fingerprint of a finding as the review prints them, reason, author and the last day. An entry accepts that finding as it is, not what gets worse at its place. Take that file, and this command, from the base branch: a change must not judge itself.`,
    "E-mail addresses, phone numbers, URLs and what a plan calls sensitive are left out.",
  ],
  options: {
    synth: {
      takes: "one",
      value: "<git ref>",
      says: "compare what that commit synthesizes with what the working tree does, in place of plans: needs no credentials and asks AWS nothing",
    },
    synthesized: {
      ...SYNTHESIZED_OPTION.synthesized,
      says: "the same with <folder>/<stack>/cdk.tf.json, which another job synthesized, in place of the working tree. This checkout is the base branch, and judges first whether all of it may be planned",
      without: ["synth"],
    },
    "fail-on": {
      takes: "one",
      value: "<severity>",
      says: `end with 2 where a finding that nobody accepted is as serious, or more: ${REVIEW_SEVERITIES.join(", ")}`,
      rule: { must: `be one of ${REVIEW_SEVERITIES.join(", ")}`, holds: isSeverity },
    },
    accepted: { takes: "one", value: "<file>", says: `the accepted risks (default ${ACCEPTED}, where there is one)` },
    output: { takes: "one", value: "<file>", says: "write the Markdown there, too" },
    artifact: {
      takes: "one",
      value: "<file>",
      says: `where the whole review goes if it is longer than a comment may be (default ${ARTIFACT})`,
    },
    html: {
      takes: "one",
      value: "<file>",
      says: "receives the review as one page that needs nothing else: findings, what each guardrail covers before and after, and the organization as a tree",
    },
    sarif: {
      takes: "one",
      value: "<file>",
      says: "receives the findings as SARIF 2.1.0 for code scanning; those that somebody accepted are suppressed",
    },
    json: { takes: "nothing", says: "print the findings as JSON" },
  },
  operands: { value: "[folder]", most: 1, says: `the folder of the plans (default ${PLANS})` },
  exitCodes: {
    0: "reviewed; no finding reaches --fail-on, or it was not given",
    1: "a mistake in what was asked, or plans that cannot be read",
    2: "reviewed, and a finding that nobody accepted reaches --fail-on",
  },
  run: async ({ options, operands: [folder] }) => {
    for (const option of ["synth", "synthesized"] as const)
      if (options[option] !== undefined && folder !== undefined)
        mistake(`--${option}`, "stand without a folder of plans", folder);
    const gate = options["fail-on"];
    const { review: write } = await reviewing();
    return write({
      folder: folder ?? PLANS,
      ref: options.synth,
      synthesized: options.synthesized,
      gate: gate !== undefined && isSeverity(gate) ? gate : undefined,
      accepted: options.accepted,
      usuallyAccepted: ACCEPTED,
      output: options.output,
      html: options.html,
      sarif: options.sarif,
      artifact: options.artifact,
      usualArtifact: ARTIFACT,
      json: options.json,
    });
  },
});
