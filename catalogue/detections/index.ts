import type { Detection, DetectionPath } from "../detection";
import { cisCloudwatch1 } from "./cis-cloudwatch-1";
import { guarddutyRootCredentialUsage } from "./guardduty-root-credential-usage";
import { managementRootConsoleLogin } from "./management-root-console-login";
import { rootConsoleLogin } from "./root-console-login";

const catalogue = [
  rootConsoleLogin,
  managementRootConsoleLogin,
  cisCloudwatch1,
  guarddutyRootCredentialUsage,
] as const satisfies readonly Detection[];

/** Id of a detection, as a configuration lists it. */
export type DetectionId = (typeof catalogue)[number]["id"];

/** Every detection, in the order in which the documentation lists them. */
export const DETECTIONS: readonly (Detection & { readonly id: DetectionId })[] = catalogue;

/** Ids that a configuration may list. */
export const DETECTION_IDS: readonly DetectionId[] = DETECTIONS.map((detection) => detection.id);

/** A detection whose path is known. */
export type DetectionBy<Kind extends DetectionPath["kind"]> = (typeof DETECTIONS)[number] & {
  readonly path: Extract<DetectionPath, { kind: Kind }>;
};

/** The detections of the given ids that take the given path, in the order of the catalogue. */
export const detectionsBy = <Kind extends DetectionPath["kind"]>(
  ids: readonly string[],
  kind: Kind,
): readonly DetectionBy<Kind>[] =>
  DETECTIONS.filter(
    (detection): detection is DetectionBy<Kind> => ids.includes(detection.id) && detection.path.kind === kind,
  );
