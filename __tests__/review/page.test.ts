import { pictureOf, reviewed, type ReviewInput } from "../../review";
import { Organization } from "../../review/model/organization";
import { HOSTILE } from "../evidence/hostile";
import { UNKNOWN } from "./draft";
import { changed, HARMFUL, HARMLESS, large, pageOf, synthesized } from "./pages";

/** The words of a page, without its tags. */
const words = (page: string): string =>
  page
    .replace(/<style>[^]*<\/style>/, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");

const jsonOf = (input: ReviewInput) => reviewed(input, { title: "", risks: [], today: new Date("2026-11-30") }).json;

const CANARY = 'aws_organizations_policy_attachment.deny-root-user["Workloads/Canary"]';
const ROOT_USER = "aws_organizations_policy.deny-root-user";

const reachOf = (name: string, input = HARMFUL) => {
  const { places = [] } = pictureOf(input).guardrails.find((each) => each.name === name) ?? {};
  return Object.fromEntries(places.map(({ id, reach }) => [id, reach]));
};

describe("what becomes of a guardrail", () => {
  it("is lost, gained or kept, account by account", () => {
    expect(reachOf("deny-root-user")).toEqual({
      "444444444444": "gained",
      "555555555555": "lost",
      "666666666666": "gained",
    });
    expect(new Set(Object.values(reachOf("stay-in-organization")))).toEqual(new Set(["kept"]));
  });

  it("is weaker or stronger where it stays and denies less or more", () => {
    const with_ = (Action: string) =>
      changed((draft) => draft.statements(ROOT_USER, "content", (all) => all.map((each) => ({ ...each, Action }))));
    expect(reachOf("deny-root-user", with_("s3:*"))).toEqual({ "555555555555": "weaker" });
    const [before, after] = [with_("s3:*").after, with_("*").after];
    expect(reachOf("deny-root-user", { ...HARMFUL, before, after })).toEqual({ "555555555555": "stronger" });
  });

  it("is undecided where the plan does not know the policy", () => {
    const unknown = changed((draft) => draft.set(ROOT_USER, { content: UNKNOWN }));
    expect(reachOf("deny-root-user", unknown)).toEqual({ "555555555555": "undecided" });
  });

  it("is kept where its address alone is moved, and replaced where another denies the same", () => {
    const moved = changed((draft) => draft.rename(ROOT_USER, "aws_organizations_policy.renamed", true));
    expect(reachOf("renamed", moved)).toEqual({ "555555555555": "kept" });
    const twin = changed((draft) =>
      draft
        .remove(CANARY)
        .add("aws_organizations_policy.twin", { ...draft.get(ROOT_USER), id: "p-twin", arn: "twin" })
        .add("aws_organizations_policy_attachment.twin", { policy_id: "p-twin", target_id: "Workloads/Canary" }),
    );
    expect(reachOf("deny-root-user", twin)).toEqual({ "555555555555": "replaced" });
    expect(words(pageOf(twin))).toContain("leaves, and others deny the same on Workloads/Canary");
  });

  it("is not asked of a policy that only allows", () => {
    const policy = { id: "p-full", name: "FullAWSAccess", type: "SERVICE_CONTROL_POLICY", targets: ["root"] };
    const text = JSON.stringify({ Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] });
    const { guardrails } = pictureOf({ ...HARMFUL, livePolicies: [{ ...policy, text }] });
    expect(guardrails.map(({ name }) => name)).not.toContain("FullAWSAccess");
  });
});

describe("the page", () => {
  const pages = { harmful: HARMFUL, harmless: HARMLESS, large: large(), synthesized: synthesized() };

  describe.each(Object.entries(pages))("of a %s change", (_name, input) => {
    const text = pageOf(input);

    it("says the verdict first, has its headings in order, and runs and loads nothing", () => {
      expect(text.indexOf('id="verdict"')).toBeLessThan(text.indexOf("<h2"));
      const levels = Array.from(text.matchAll(/<h([1-6])/g), ([, level]) => Number(level));
      expect(levels.filter((level) => level === 1)).toHaveLength(1);
      levels.forEach((level, index) => expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1));
      expect(text).not.toMatch(/<script|<img|https?:\/\/|@import|url\(/);
      expect(text.match(/<th\b(?![^>]*scope="(?:row|col)")/g)).toBeNull();
    });
  });

  it("tells what goes away at a glance: in the verdict, at the guardrail, at the unit and at the account", () => {
    const said = words(pageOf(HARMFUL));
    expect(said).toContain("Found: 1 critical, 1 high");
    expect(said).toContain("deny-root-user ✗ no longer covers Workloads/Canary (1 account)");
    expect(said).toContain("Workloads ✗ 1 below loses protection");
    expect(said).toContain("payments-canary · 555555555555 ✗ loses deny-root-user · 6 → 5 guardrails");
    expect(said).toContain("2 accounts ✓ gains deny-root-user · 3 → 4 guardrails");
    expect(said).toContain("management · 111111111111 – not bound: management account");
  });

  it("says that nothing was found", () => expect(words(pageOf(HARMLESS))).toContain("Nothing weakens the protection"));

  it("shows every unit and account of a large organization, wherever it lies, and no name as it was written", () => {
    const text = pageOf(large());
    for (let index = 0; index < 500; index += 1) expect(text).toContain(`<bdi>account-${index}</bdi>`);
    expect(text.match(/<strong><bdi>Unit \d+<\/bdi>/g)).toHaveLength(39);
    expect(words(text)).toMatch(/Where these lie is not known .*round .*\[e-mail address\] .*83 accounts/);
    expect(text).not.toContain(HOSTILE);
    expect(text).not.toContain("mallory");
    expect(text.length).toBeLessThan(150_000);
  });

  it("says what is not known", () => {
    const spelled = words(pageOf(synthesized()));
    expect(spelled).toContain("Nobody asked AWS: units and accounts are those that");
    // A target that stands for its accounts loses the guardrail itself: that it is detached says no more.
    expect(spelled).toContain("Canary ✗ loses deny-root-user · 6 → 5 guardrails");
    const nothing = words(pageOf({ ...HARMFUL, organization: new Organization([], [], "plans") }));
    expect(nothing).toContain("No tree: the root is not known.");
    expect(nothing).toMatch(/Where these lie is not known .*Workloads\/Canary .*loses deny-root-user/);
  });
});

test("each finding says what an entry that accepts it names", () => {
  const { rule, place, fingerprint } = jsonOf(HARMFUL).findings[0] ?? {};
  expect(words(pageOf(HARMFUL))).toContain(`${rule} at ${place} , fingerprint ${fingerprint}`);
});
