import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EXAMPLE_NAMES, example, examplePath, FORMS, inForm } from "../support/examples";
import { synth } from "../support/synth";
import { synthProcess } from "../support/synth-process";

// synth.cjs makes one file of main.ts. Needs no Terraform, only time: each of these is a process.

const folder = mkdtempSync(join(tmpdir(), "org-baseline-forms-"));

afterAll(() => rmSync(folder, { recursive: true }));

const CASES = EXAMPLE_NAMES.flatMap((name) => FORMS.map((form) => ({ name, form })));

test.each(CASES)("one file writes of $name, $form, what its modules write one by one", async ({ name, form }) => {
  const config = join(folder, `${name}-${form}.ts`);
  writeFileSync(
    config,
    `import base from ${JSON.stringify(examplePath(name))};
     export default { ...base, terraform: { ...base.terraform, awsProvider: ${JSON.stringify(form)} } };`,
  );
  expect(await synthProcess({ config })).toEqual(synth(inForm(example(name), form)).files);
});

test("so does tsx", async () => {
  const config = examplePath("existing-organization");
  const [one, many] = await Promise.all([synthProcess({ config }), synthProcess({ config, program: "main.ts" })]);
  expect(one).toEqual(many);
});
