import { configurationFields, configurationPage } from "../../documentation/configuration-page";

const fields = configurationFields().map((field) => [[field.path, ...field.within].join(", "), field] as const);
const page = configurationPage();

test("the schema is walked to its ends", () => {
  const paths = fields.map(([, { path }]) => path);
  expect(paths).toEqual(
    expect.arrayContaining([
      "accounts.security.deployRole",
      "rootAccess.breakGlass.trust.users",
      "guardrails.packs[].guardrails",
      "detectionTuning.overrides.<id>.threshold",
      "detectionTuning.own[].path.pattern",
      "terraform.backend.kmsKeyId",
    ]),
  );
  expect(paths.length).toBeGreaterThan(100);
});

test.each(fields)("%s is on the page, with what it means and its form", (_where, { path, text, form }) => {
  expect(page).toMatch(new RegExp(`^###? \`${path.replace(/[[\].]/g, String.raw`\$&`)}(: "[^"]+")?\`$`, "m"));
  expect(text).toMatch(/[A-Za-z]{3}/);
  expect(form).toMatch(/\S/);
  expect(form).not.toMatch(/^Invalid|undefined/);
});

test.each(fields.filter(([, { optional }]) => optional))(
  "%s, which can be left out, names its default",
  (_where, field) => {
    expect(field.default).toMatch(/\S/);
  },
);

test.each(fields.filter(([, { optional }]) => !optional))(
  "%s, which is required, names no default",
  (_where, field) => {
    expect(field.default).toBeUndefined();
  },
);

test("a field of one form of an object says with which it goes", () => {
  expect(page).toContain(
    '### `auditTrail.trailName`\n\nName of the trail in the home Region of the management account.\n\n- Only with `auditTrail.mode: "use"`.',
  );
});

test("cost and lock-out risk have a line of their own", () => {
  const [, homeRegions = ""] = page.split("## `regions`\n");
  expect(homeRegions.split("\n## ")[0]).toContain("\n- Cost: GuardDuty bills per Region and use.\n");
  expect(page).toContain("\n- Lock-out risk: where all depend on the identity provider, its outage is yours.\n");
});
