import { page } from "../../commands/review/page";
import {
  changesBetween,
  inputOf,
  pictureOf,
  reviewed,
  sarifOf,
  spelledOrganization,
  type Synthesized,
} from "../../review";
import { configuration } from "../support/configuration";
import { synth } from "../support/synth";

const TODAY = new Date("2026-11-30");
const BEFORE = synth(configuration()).stacks as unknown as Synthesized;

/** The stacks with another backend, or with a `cloud` block. */
function stacksWith(settings: object): Synthesized {
  const stacks = structuredClone(BEFORE) as unknown as Record<string, { terraform: Record<string, unknown> }>;
  for (const stack of Object.values(stacks)) {
    delete stack.terraform["backend"];
    Object.assign(stack.terraform, settings);
  }
  return stacks;
}

/** All that a review writes of a change, in every form. */
function written(before: Synthesized, after: Synthesized) {
  const changes = changesBetween(before, after);
  const things = changes.flatMap((change) => [change.before ?? [], change.after ?? []].flat());
  const input = inputOf(changes, { organization: spelledOrganization(things), livePolicies: [] });
  const { markdown, json } = reviewed(input, { title: "Review", risks: [], today: TODAY });
  const files = { configuration: "baseline.config.ts", acceptedRisks: "accepted-risks.json" };
  const html = page({ title: "Review", json, picture: pictureOf(input), today: TODAY });
  const forms = [markdown.full, JSON.stringify(json), JSON.stringify(sarifOf(json, files)), html];
  return { forms, findings: json.findings.filter(({ rule }) => rule === "stack-frame") };
}

const backend = (kind: string, values: object) => stacksWith({ backend: { [kind]: { shown: "here", ...values } } });

/** Every argument that a backend documents as a credential, and some that only say where one is. */
const SECRETS: readonly (readonly [string, object])[] = [
  ["s3", { access_key: "s3cret-1", secret_key: "s3cret-2", token: "s3cret-3", sse_customer_key: "s3cret-4" }],
  ["azurerm", { access_key: "s3cret-1", sas_token: "s3cret-2", client_secret: "s3cret-3", oidc_token: "s3cret-4" }],
  ["azurerm", { client_certificate: "s3cret-1", client_certificate_password: "s3cret-2" }],
  ["gcs", { credentials: "s3cret-1", access_token: "s3cret-2", encryption_key: "s3cret-3" }],
  ["http", { username: "s3cret-1", password: "s3cret-2", client_private_key_pem: "s3cret-3" }],
  ["pg", { conn_str: "s3cret-1" }],
  ["consul", { access_token: "s3cret-1", http_auth: "s3cret-2" }],
  ["kubernetes", { client_key: "s3cret-1", password: "s3cret-2", exec: [{ env: { API_TOKEN: "s3cret-3" } }] }],
  ["oss", { security_token: "s3cret-1" }],
  ["cos", { secret_id: "s3cret-1", secret_key: "s3cret-2" }],
];

describe("a credential in a backend is written in no form of a review", () => {
  test.each(SECRETS)("%s", (kind, values) => {
    for (const [before, after] of [
      [BEFORE, backend(kind, values)],
      [backend(kind, values), BEFORE],
    ] as const) {
      const { forms, findings } = written(before, after);
      expect(findings.length).toBeGreaterThan(0);
      for (const form of forms) {
        expect(form).toContain("here");
        expect(form).not.toContain("s3cret");
      }
    }
  });

  it("nor in a cloud block", () => {
    const { forms } = written(BEFORE, stacksWith({ cloud: { organization: "here", token: "s3cret-1" } }));
    for (const form of forms) expect(form).not.toContain("s3cret");
  });

  it("and that it is another one is a finding all the same", () => {
    const { forms, findings } = written(
      backend("pg", { conn_str: "s3cret-1" }),
      backend("pg", { conn_str: "s3cret-2" }),
    );
    expect(findings.length).toBeGreaterThan(0);
    for (const form of forms) expect(form).not.toContain("s3cret");
  });
});

test("what is no credential is shown: where one is kept, how a thing is called, and switches", () => {
  const values = {
    shared_credentials_files: ["credentials-file"],
    kms_key_id: "alias/state",
    kms_encryption_key: "projects/key",
    secret_suffix: "suffix",
    workspace_key_prefix: "prefix",
    key: "state.tfstate",
    skip_credentials_validation: true,
  };
  const { findings } = written(BEFORE, backend("s3", values));
  expect(findings[0]?.words).not.toContain("sensitive");
});
