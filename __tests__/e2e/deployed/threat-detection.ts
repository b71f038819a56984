import { blueprintOf } from "../../../config";
import { GUARDDUTY_FEATURES } from "../../../catalogue/aws/guardduty-features";
import { tellsSecondChannel } from "../../../catalogue/alerts/second-channel";
import type { RegionFacts } from "../../../organization/threat-detection";
import { type Deployed, present } from "./deployed";

const SECURITY = "222222222222";
const REGIONS = ["us-east-1", "eu-west-1"];
const SECOND_BUS = `arn:aws:events:us-east-1:${SECURITY}:event-bus/org-baseline-second-channel`;
const FORWARD_ROLE = `arn:aws:iam::${SECURITY}:role/org-baseline-forward-findings`;

const isOptional = ({ name }: { readonly name: string }): boolean =>
  (GUARDDUTY_FEATURES as readonly string[]).includes(name);

/** What the shipped example promises about GuardDuty, read back in each account and Region. */
export function describeThreatDetection(of: () => Deployed): void {
  describe("threat detection", () => {
    const facts = () => of().facts.threatDetection;
    const region = (name: string): RegionFacts =>
      present(
        facts().regions.find((one) => one.region === name),
        name,
      );

    test("covers the governed Regions", () => expect(facts().regions.map((one) => one.region)).toEqual(REGIONS));

    describe.each(REGIONS)("in %s", (name) => {
      test("the security account administers it, alone", () => expect(region(name).administrators).toEqual([SECURITY]));

      test.each(["management", "security"] as const)(
        "the %s account is watched, with no plan that costs extra",
        (owner) => {
          const detector = present(region(name)[owner], `detector of ${owner}`);
          expect(detector).toMatchObject({ status: "ENABLED", findingFrequency: "FIFTEEN_MINUTES" });
          const optional = detector.features.filter(isOptional);
          expect(optional.map((feature) => [feature.name, feature.status]).sort()).toEqual(
            GUARDDUTY_FEATURES.map((feature) => [feature, "DISABLED"]).sort(),
          );
          expect(optional.flatMap(({ agents }) => agents).filter(({ status }) => status !== "DISABLED")).toEqual([]);
        },
      );

      test("every member is watched, with no plan that costs extra", () => {
        const organization = present(region(name).organization, "organization configuration");
        expect(organization.autoEnableMembers).toBe("ALL");
        const optional = organization.features.filter(isOptional);
        expect(optional.map((feature) => [feature.name, feature.autoEnable]).sort()).toEqual(
          GUARDDUTY_FEATURES.map((feature) => [feature, "NONE"]).sort(),
        );
      });

      test("findings, and what would blind us here, are forwarded to the alert bus", () => {
        const { finding, event } = blueprintOf(of().baseline).detectionsByPath;
        expect(finding.map(({ id }) => id)).toContain("guardduty-root-credential-usage");
        const arriveHere = event.filter(({ path }) =>
          path.arrives.some(
            // Home and the global Region are the same here.
            (at) => at.account === "security" && (at.region === "governed" || name === "us-east-1"),
          ),
        );
        const forwarded = [...finding, ...arriveHere];
        const from = {
          roleArn: FORWARD_ROLE,
          deadLetterArn: `arn:aws:sqs:${name}:${SECURITY}:org-baseline-threat-detection-dead-letters`,
        };
        expect(region(name).forwardRules).toHaveLength(forwarded.length);
        expect(region(name).forwardRules).toEqual(
          expect.arrayContaining(
            forwarded.map((detection): unknown =>
              expect.objectContaining({
                account: SECURITY,
                region: name,
                name: `org-baseline-${detection.id}-forward`,
                state: "ENABLED",
                pattern: detection.path.pattern,
                targets: expect.arrayContaining([
                  {
                    id: "alert",
                    arn: "arn:aws:events:us-east-1:111111111111:event-bus/org-baseline-alerts",
                    ...from,
                  },
                  ...(tellsSecondChannel(detection) ? [{ id: "second-channel", arn: SECOND_BUS, ...from }] : []),
                ]) as unknown,
              }),
            ),
          ),
        );
      });
    });

    test("the forwarding role puts events on the two buses and does nothing else", () =>
      expect(facts().forwardRole).toMatchObject({
        arn: FORWARD_ROLE,
        attachedPolicies: [],
        inlinePolicies: {
          "put-events": {
            Version: "2012-10-17",
            Statement: [
              {
                Effect: "Allow",
                Action: "events:PutEvents",
                Resource: ["arn:aws:events:us-east-1:111111111111:event-bus/org-baseline-alerts", SECOND_BUS],
              },
            ],
          },
        },
      }));
  });
}
