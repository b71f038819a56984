import type * as Support from "../support/synthesize";
import { CONFIGURATIONS } from "../support/examples";
import { synth } from "../support/synth";

type Json = Readonly<Record<string, unknown>>;
type Files = Readonly<Record<string, string>>;

/** Parsed files with the version of the framework left out, and that version. */
function parsed(files: Files) {
  const versions = new Set<string>();
  const json = Object.fromEntries(
    Object.entries(files).map(([file, text]) => [
      file,
      JSON.parse(text, function (this: Json, key, value: unknown) {
        const isFramework = key === "version" && (this["stackName"] !== undefined || this["stacks"] !== undefined);
        if (!isFramework) return value;
        versions.add(String(value));
        return undefined;
      }) as Json,
    ]),
  );
  return { json, versions: [...versions] };
}

/** What the examples become where every `cdktf` is `cdktn`, also within the bindings. Modules are loaded once for all. */
function onTerrain(): readonly Files[] {
  let outputs: readonly Files[] = [];
  jest.doMock("cdktf", () => jest.requireActual<typeof import("cdktn")>("cdktn"));
  jest.isolateModules(() => {
    const { synthesize } = jest.requireActual<typeof Support>("../support/synthesize");
    outputs = CONFIGURATIONS.map(([, config]) => synthesize(synth(config).baseline));
  });
  jest.dontMock("cdktf");
  return outputs;
}

// The way out: CDKTF is archived, and CDK Terrain is the fork that lives on.
describe("CDK Terrain", () => {
  const cdktf = CONFIGURATIONS.map(([, config]) => parsed(synth(config).files));
  let terrain: readonly ReturnType<typeof parsed>[] = [];
  beforeAll(() => {
    terrain = onTerrain().map(parsed);
  });

  test.each(CONFIGURATIONS.map(([name], index) => [name, index] as const))(
    "makes the same JSON of %s",
    (_name, index) => {
      expect(terrain[index]?.versions).toEqual(["0.24.0"]);
      expect(cdktf[index]?.versions).toEqual(["0.21.0"]);
      expect(terrain[index]?.json).toEqual(cdktf[index]?.json);
    },
  );
});
