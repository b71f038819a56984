import { contradictions, type Finding } from "../../../trial/scanners/judge";
import { judged } from "../../../trial/scanners/checkov";
import { findingsIn } from "../../../trial/scanners/prowler";
import { CHECKOV_EXCUSES } from "../../../catalogue/scanners/checkov";

const found = (check: string, resource: string, passes: boolean): Finding => ({ check, resource, passes });
const excuse = { check: "replicated", resources: ["logs-.+"], reason: "Object lock instead." };

describe("a scan", () => {
  const says = (...findings: readonly Finding[]) =>
    contradictions(findings, { passes: ["encrypted"], excuses: [excuse] });
  const asClaimed = [found("encrypted", "logs-a", true), found("replicated", "logs-a", false)];

  it("agrees with the pages where what is claimed passes and the rest has a reason", () => {
    expect(says(...asClaimed)).toEqual([]);
  });

  it.each<[title: string, findings: readonly Finding[], problem: string]>([
    ["a claim fails somewhere", [...asClaimed, found("encrypted", "b", false)], "encrypted must pass, as docs/"],
    ["a claim was not looked at", [found("replicated", "logs-a", false)], "got no resource that passes"],
    ["a finding has no reason", [...asClaimed, found("tagged", "c", false)], "tagged must pass, or have a reason"],
    [
      "the reason is for another resource",
      [...asClaimed, found("replicated", "other-logs-a", false)],
      "of other-logs-a",
    ],
    ["a reason explains nothing", [found("encrypted", "logs-a", true)], "must explain a finding, got none"],
  ])("does not where %s", (_title, findings, problem) => {
    expect(says(...findings)).toEqual([expect.stringContaining(problem)]);
  });
});

describe("Checkov", () => {
  const checked = (check_id: string, resource: string, file_path = "/alarms.json") => ({
    check_id,
    resource,
    file_path,
  });
  const excused = CHECKOV_EXCUSES.flatMap(({ check, resources }) =>
    resources.map((pattern) =>
      checked(check, pattern.replace("(logs|access-logs)", "logs").replace(".+", "x").replaceAll("\\", "")),
    ),
  );
  const report = (passed: readonly string[], parsing_errors = 0) => ({
    results: { passed_checks: passed.map((path) => checked("CKV_1", "a.b", path)), failed_checks: excused },
    summary: { parsing_errors },
  });

  it("agrees where every plan was read", () => {
    expect(judged(report(["/alarms.json", "/root-access.json"]), ["/t/alarms.json", "/t/root-access.json"])).toEqual(
      [],
    );
  });

  it("is not believed where it is green about what it could not read", () => {
    expect(judged(report(["/alarms.json"]), ["/t/alarms.json", "/t/root-access.json"])).toEqual([
      "Checkov must read /t/root-access.json, got nothing that passes",
    ]);
    expect(judged(report(["/alarms.json"], 5), ["/t/alarms.json"])).toEqual([
      "Checkov must read every plan, got 5 parsing errors",
    ]);
  });
});

test("Prowler's findings are read by name, and what a person must look at is none", () => {
  const detected = (status_code: string) => ({
    metadata: { event_code: "s3_bucket_no_mfa_delete" },
    status_code,
    resources: [{ name: "logs", uid: "arn:aws:s3:::logs" }],
    cloud: { account: { uid: "333333333333" } },
  });
  const common = { check: "s3_bucket_no_mfa_delete", resource: "logs", account: "333333333333" };
  expect(findingsIn(JSON.stringify(["PASS", "FAIL", "MANUAL"].map(detected)))).toEqual([
    { ...common, passes: true },
    { ...common, passes: false },
  ]);
});
