import { evaluate, isAbout, onRoot, type AttachedPolicy, type Call } from "../../proofs/policy";
import { DETECTION_PROOF_SETTINGS, type Event } from "../detection";
import { judgeOf, type Judge } from "../alerts/detection-judge";
import type { DetectionSet } from "../alerts/detection-sets";
import { DETECTIONS } from "../detections";
import { judgedPolicy, policyOf, policyTypeOf, PROOF_SETTINGS } from "../guardrail";
import { GUARDRAILS } from "../guardrails";
import { MANAGEMENT_PROOF_SETTINGS, managementAccountStatements } from "../management-account";
import { preparedPath } from "../alerts/prepare";

/** Who may answer an action: each guardrail, the management account's policy, and each detection. */
export interface Judges {
  /** Ids of the guardrails that deny the call in a member account. */
  readonly guardrails: (call: Call) => readonly string[];
  /** Statements of the management account's policy that deny the call. */
  readonly management: (call: Call) => readonly string[];
  /** Ids of the detections that fire on the event. */
  readonly detections: (event: Event) => readonly string[];
}

/** Which of the policies deny the call. One that is not about its action is not asked: it cannot. */
const deniersOf =
  (deniers: readonly AttachedPolicy[]) =>
  (call: Call): readonly string[] =>
    deniers
      .filter(({ document }) => document.statements.some((statement) => isAbout(statement, call.action)))
      .filter((policy) => evaluate(call, onRoot(policy)).decision === "denied")
      .map(({ name }) => name);

interface Watcher {
  readonly id: string;
  readonly judge: Judge;
  /** Whether records of the service can match: where a pattern asks for a service, it names it. */
  readonly isAbout: (source: string) => boolean;
}

const SETS_THAT_WATCH: readonly DetectionSet[] = ["root", "central-root", "blinding"];

/**
 * The detections that count as watching: they tell somebody, of what anybody does. The filters of CIS are compared by
 * scanners and are opted into, and findings of GuardDuty are no calls.
 */
const watchers = (): readonly Watcher[] =>
  DETECTIONS.filter(({ set, severity }) => SETS_THAT_WATCH.includes(set) && severity !== "record").flatMap(
    ({ id, path }) => {
      const prepared = preparedPath(path, DETECTION_PROOF_SETTINGS, []);
      if (prepared === undefined) return [];
      const texts = prepared.kind === "metric" ? prepared.texts : [JSON.stringify(prepared.pattern)];
      const isAbout = (source: string) => texts.some((text) => !text.includes("eventSource") || text.includes(source));
      return [{ id, judge: judgeOf(prepared), isAbout }];
    },
  );

/** The judges of the catalogue as it is, under the settings of the proofs. */
export function catalogueJudges(): Judges {
  // A resource control policy says who reaches what a service holds, not what an administrator may change.
  const guardrails = GUARDRAILS.filter((entry) => policyTypeOf(entry) === "SERVICE_CONTROL_POLICY").map((entry) =>
    judgedPolicy(entry, PROOF_SETTINGS),
  );
  const management = managementAccountStatements(MANAGEMENT_PROOF_SETTINGS).map((statement) =>
    policyOf(statement.Sid, [statement]),
  );
  const detections = watchers();
  return {
    guardrails: deniersOf(guardrails),
    management: deniersOf(management),
    detections: (event) =>
      detections
        .filter(({ isAbout }) => isAbout(String(event["eventSource"])))
        .filter(({ judge }) => judge(event).every((fired) => fired))
        .map(({ id }) => id),
  };
}
