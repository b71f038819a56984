import { writeFileSync } from "node:fs";
import { join, normalize, resolve } from "node:path";
import type { Baseline } from "../config";
import type { WorkFolder } from "./work-folder";

/** Where a trial keeps its state: beside the output, whatever backend the configuration names. */
const BACKEND = { type: "local", directory: "../../../terraform-state" } as const;

function keepsStateInside({ terraform: { backend } }: Baseline): boolean {
  const stacks = "/trial/cdktf.out/stacks/stack";
  return (
    backend.type === "none" ||
    (backend.type === "local" && normalize(join(stacks, backend.directory, "/")).startsWith("/trial/"))
  );
}

/** What of the configuration is not tried: it needs something that only the real organization has. */
export function leftOut(baseline: Baseline): readonly string[] {
  return [
    ...(keepsStateInside(baseline)
      ? []
      : [`terraform.backend: state stays in the trial's folder, not in "${baseline.terraform.backend.type}"`]),
    ...(Object.keys(baseline.adopt).length === 0 ? [] : ["adopt: what is adopted there is created here"]),
    ...(baseline.release.length === 0 ? [] : ["release: there is nothing to release here"]),
  ];
}

/** The file that the commands read: the configuration itself, or one that leaves out what is not tried. */
export function triedConfiguration(baseline: Baseline, file: string, folder: WorkFolder): string {
  const path = resolve(file);
  if (leftOut(baseline).length === 0) return path;
  const tried = join(folder.path, "tried.config.ts");
  writeFileSync(
    tried,
    [
      `import config from ${JSON.stringify(path)};`,
      `const terraform = { ...config.terraform, backend: ${JSON.stringify(BACKEND)} };`,
      "export default { ...config, adopt: {}, release: [], terraform };",
      "",
    ].join("\n"),
  );
  return tried;
}
