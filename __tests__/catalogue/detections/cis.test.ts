import { DETECTIONS } from "../../../catalogue/detections";
import { prescribed } from "../../proofs/filter-pattern/prescribed";
import { proofPath } from "./proof-path";

const cis = DETECTIONS.filter(({ set }) => set === "cis");

const nameOf = (id: string): string =>
  id === "cis-organizations" ? "organizations" : id.replace("cis-cloudwatch-", "CloudWatch.");

test("every prescribed filter is in the catalogue", () => {
  expect(cis.map(({ id }) => nameOf(id)).sort()).toEqual(Object.keys(prescribed).sort());
});

test.each(cis.map((detection) => [detection.id, detection] as const))("%s is prescribed byte for byte", (id, entry) => {
  expect(proofPath(entry)).toEqual({ kind: "metric", texts: [prescribed[nameOf(id)]] });
});

/** How Prowler looks for the filter on root: the order matters. Source: prowler, cloudwatch/lib/metric_filters.py. */
const PROWLER_ROOT =
  /\$\.userIdentity\.type\s*=\s*.?Root.+\$\.userIdentity\.invokedBy NOT EXISTS.+\$\.eventType\s*!=\s*.?AwsServiceEvent.?/s;

test("Prowler finds the filter on root", () => {
  const texts = cis.flatMap(({ path }) =>
    path.kind === "metric" && typeof path.pattern === "string" ? [path.pattern] : [],
  );
  expect(texts.filter((text) => PROWLER_ROOT.test(text))).toHaveLength(1);
});

test("the filter on the organization names all 21 events", () => {
  const pattern = String(prescribed["organizations"]);
  expect(pattern.match(/\$\.eventName = \w+/g)).toHaveLength(21);
});
