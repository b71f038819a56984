import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { SURFACES } from "../../catalogue/attack-surface";
import { pythonEnvironment } from "../../emulator/child-environment";
import { findRuntime } from "../../emulator/python";
import { describeE2E } from "./support/describe-e2e";
import { PLAN_TIMEOUT_MS } from "./support/timeouts";

/**
 * The operations behind the register, and what their requests carry, are those of AWS's service models, which come with
 * moto (botocore). A newer model has more of them: none that we name may be gone. With UPDATE_GOLDEN=1 the file is
 * written anew.
 */
const FILE = join(__dirname, "..", "..", "catalogue", "attack-surface", "aws-operations.golden.json");

type Operations = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

const kept = (): Operations => JSON.parse(readFileSync(FILE, "utf8")) as Operations;

/** One line an operation, so that a difference shows which came and went. */
const text = (services: Operations): string => {
  const body = Object.entries(services).map(([service, operations]) => {
    const lines = Object.entries(operations).map(([name, fields]) => `  "${name}": ${JSON.stringify(fields)}`);
    return ` "${service}": {\n${lines.join(",\n")}\n }`;
  });
  return `{\n${body.join(",\n")}\n}\n`;
};

async function serviceModels(): Promise<Operations> {
  const runtime = await findRuntime({ env: process.env, log: () => undefined });
  if (runtime.kind !== "python")
    throw new Error(
      "ORG_BASELINE_PYTHON must name a Python with moto: this test asks its service models, outside Docker",
    );
  const { status, stdout, stderr } = spawnSync(runtime.interpreter, [join(__dirname, "attack_surface_operations.py")], {
    env: pythonEnvironment(process.env),
    input: JSON.stringify(SURFACES.map(({ service }) => service)),
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Operations;
}

describeE2E("the operations of the attack surface", () => {
  test(
    "are in AWS's service models, with what their requests carry",
    async () => {
      const models = await serviceModels();
      if (process.env["UPDATE_GOLDEN"] === "1") writeFileSync(FILE, text(models));
      expect(Object.keys(kept())).toEqual(SURFACES.map(({ service }) => service));
      for (const [service, operations] of Object.entries(kept()))
        for (const [name, fields] of Object.entries(operations)) {
          const known = models[service]?.[name];
          expect([service, name, fields.filter((field) => known?.includes(field) !== true)]).toEqual([
            service,
            name,
            [],
          ]);
        }
    },
    PLAN_TIMEOUT_MS,
  );
});
