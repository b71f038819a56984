import { parseArn } from "../../../catalogue/aws/arn";
import { blueprintOf, parseConfig, type Blueprint } from "../../../config";
import { ifKnown, knownParts } from "../../../config/blueprint";
import { lazy, oncePer } from "../../../config/blueprint/lazy";
import { changed, GOVCLOUD, type Change } from "../expectations";

const blueprint = (change: Change = {}): Blueprint => blueprintOf(parseConfig(changed(change)));

describe("accounts", () => {
  it("fall back to the management account where there is no log archive", () => {
    const { accounts } = blueprint({ "accounts.logArchive": undefined });
    expect(accounts.logArchive).toBe(accounts.management);
    expect(accounts.ownLogArchive).toBeUndefined();
    expect(accounts.members.map(({ id }) => id)).toEqual(["222222222222"]);
    expect(accounts.ids).toEqual(["111111111111", "222222222222"]);
  });

  it("know a log archive of its own", () => {
    const { accounts } = blueprint();
    expect(accounts.logArchive).toBe(accounts.ownLogArchive);
    expect(accounts.ids).toEqual(["111111111111", "222222222222", "333333333333"]);
  });
});

describe("ARNs", () => {
  it("carry partition, home Region and account", () => {
    const { arns } = blueprint(GOVCLOUD);
    expect(arns.role("222222222222", "path/deploy")).toBe("arn:aws-us-gov:iam::222222222222:role/path/deploy");
    expect(arns.rootUser("444444444444")).toBe("arn:aws-us-gov:iam::444444444444:root");
    expect(arns.bucket("log")).toBe("arn:aws-us-gov:s3:::log");
    expect(arns.topic("high")).toBe("arn:aws-us-gov:sns:us-gov-west-1:111111111111:org-baseline-high");
    expect(arns.alertBus()).toBe("arn:aws-us-gov:events:us-gov-west-1:111111111111:event-bus/org-baseline-alerts");
    expect(arns.trailLogGroup()).toBe("arn:aws-us-gov:logs:us-gov-west-1:111111111111:log-group:org-baseline-trail");
    expect(arns.trail()).toBe("arn:aws-us-gov:cloudtrail:us-gov-west-1:111111111111:trail/org-baseline-trail");
  });

  it("of the roles that guardrails let through are those of this configuration", () => {
    const { guardrailSettings } = blueprint();
    expect(guardrailSettings.exemptPrincipals.map((arn) => parseArn(arn)?.account)).toContain("333333333333");
    expect(guardrailSettings.breakGlassRoles).toContain(
      "arn:aws:iam::222222222222:role/org-baseline-break-glass-audit",
    );
  });
});

describe("Regions", () => {
  it("are the partition's where the configuration says default-enabled", () => {
    expect(blueprint({ regions: "default-enabled" }).governedRegions).toHaveLength(17);
    expect(
      blueprint({ regions: ["us-east-1", "sa-east-1"], "threatDetection.unavailableFeatures": {} }).governedRegions,
    ).toEqual(["us-east-1", "sa-east-1"]);
  });
});

describe("topics", () => {
  const elsewhere = (endpoint: string, protocol: string) => {
    const { topics } = blueprint({ "alerting.subscriptions.1": { severity: "high", protocol, endpoint } });
    return topics.find(({ severity }) => severity === "high");
  };

  it("are subscribed from here, or from the account of the queue or the function", () => {
    const foreign = elsewhere("arn:aws:sqs:us-east-1:222222222222:alerts", "sqs");
    expect(foreign).toMatchObject({ name: "org-baseline-high", here: [], subscriberAccounts: ["222222222222"] });
    const own = elsewhere("arn:aws:lambda:us-east-1:111111111111:function:alerts", "lambda");
    expect(own?.subscriberAccounts).toEqual([]);
    expect(own?.here).toMatchObject([{ where: "alerting.subscriptions[1]", elsewhere: undefined }]);
  });

  it("stand for the severities in use, the most urgent first", () => {
    expect(blueprint().topics.map(({ severity }) => severity)).toEqual([...blueprint().severities]);
  });
});

describe("policies", () => {
  it("know their targets, each once over all of them", () => {
    const { policies, targets } = blueprint();
    expect(policies.map(({ id }) => id)).toEqual(["deny-root-access-keys", "restrict-root-sessions", "deny-root-user"]);
    expect(targets.map(({ text, kind }) => [text, kind])).toEqual([
      ["root", "root"],
      ["Workloads/Canary", "path"],
      ["444444444444", "account"],
    ]);
  });
});

describe("a blueprint", () => {
  it("is the same for the same configuration, and computes a value once", () => {
    const baseline = parseConfig(changed({}));
    expect(blueprintOf(baseline)).toBe(blueprintOf(baseline));
    expect(blueprintOf(baseline).policies).toBe(blueprintOf(baseline).policies);
  });

  it("answers with what the well-shaped fields determine, and says that it does not know the rest", () => {
    const { homeRegion, regions } = parseConfig(changed({}));
    const partial = blueprintOf(knownParts({ homeRegion, regions }));
    expect(ifKnown(() => partial.governedRegions)).toEqual(regions);
    expect(ifKnown(() => partial.names)).toBeUndefined();
    expect(() => partial.names).toThrow("name is not known");
  });

  it("does not know the partition of a Region that does not exist", () => {
    const partial = blueprintOf(knownParts({ homeRegion: "us-east-9" }));
    expect(ifKnown(() => partial.partition)).toBeUndefined();
    expect(ifKnown(() => partial.homeRegion)).toBeUndefined();
  });

  it("hides no other error", () => {
    const fail = () => {
      throw new TypeError("a mistake of ours");
    };
    expect(() => ifKnown(fail)).toThrow(TypeError);
  });
});

describe("lazy values", () => {
  it("are computed when first read, once, and again after an error", () => {
    let asked = 0;
    const values = lazy({
      get answer() {
        asked += 1;
        if (asked === 1) throw new Error("not yet");
        return asked;
      },
    });
    expect(asked).toBe(0);
    expect(() => values.answer).toThrow("not yet");
    expect([values.answer, values.answer]).toEqual([2, 2]);
  });

  it("of a function are kept for each object", () => {
    const compute = jest.fn(({ of }: { readonly of: number }) => (of === 0 ? undefined : of));
    const once = oncePer(compute);
    const [zero, one] = [{ of: 0 }, { of: 1 }];
    expect([once(zero), once(zero), once(one), once(one)]).toEqual([undefined, undefined, 1, 1]);
    expect(compute).toHaveBeenCalledTimes(2);
  });
});
