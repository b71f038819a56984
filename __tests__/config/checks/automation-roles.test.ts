import { blueprintOf, parseConfig } from "../../../config";
import { changed, type Change } from "../expectations";
import { own } from "./own-detection";

const ROLE = "arn:aws:iam::111111111111:role/pipeline";

const detectionsOf = (change: Change) => blueprintOf(parseConfig(changed(change))).detections;

const textOf = (change: Change, id: string): unknown =>
  detectionsOf(change).find((detection) => detection.id === id)?.path;

describe("automation roles", () => {
  const change: Change = {
    detections: ["central-root", "blinding", "cis", "root-console-login"],
    detectionTuning: { automationRoles: [ROLE], own: [own()] },
    "alerting.subscriptions": ["critical", "high", "medium", "low"].map((severity) => ({
      severity,
      protocol: "https",
      endpoint: "https://pager.example.com/aws",
    })),
  };
  const leftOut = detectionsOf(change)
    .filter(({ path }) => path.kind === "metric" && path.texts.join("").includes(ROLE))
    .map(({ id }) => id);

  it("are left out of central root and of own detections", () => {
    expect(leftOut).toContain("delegation-changed");
    expect(leftOut).toContain("bucket-deleted");
  });

  it("are never left out of what would blind us, of what scanners compare, or of root itself", () => {
    expect(leftOut.filter((id) => /^cis-|-changed$|^account-left|^root-console/.test(id)).sort()).toEqual([
      "delegation-changed",
      "identity-center-changed",
      "root-features-changed",
    ]);
  });

  it("let everybody else through", () => {
    expect(textOf(change, "delegation-changed")).toMatchObject({
      texts: [
        expect.stringContaining(
          `($.userIdentity.sessionContext.sessionIssuer.arn NOT EXISTS || $.userIdentity.sessionContext.sessionIssuer.arn != "${ROLE}")`,
        ),
      ],
    });
  });
});
