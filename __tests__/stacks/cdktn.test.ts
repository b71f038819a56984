import { EXAMPLE_NAMES, example, examplePath } from "../support/examples";
import { synth } from "../support/synth";
import { synthProcess } from "../support/synth-process";

type Json = Readonly<Record<string, unknown>>;

/** Parsed files with the version of the framework left out, and that version. */
function parsed(files: Readonly<Record<string, string>>) {
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

// The way out: CDKTF is archived, and CDK Terrain is the fork that lives on.
test.each(EXAMPLE_NAMES)(
  "%s becomes the same JSON on CDK Terrain",
  async (name) => {
    const terrain = parsed(await synthProcess({ config: examplePath(name), preload: ["cdktn-instead-of-cdktf.mjs"] }));
    const cdktf = parsed(synth(example(name)).files);
    expect(terrain.versions).toEqual(["0.24.0"]);
    expect(cdktf.versions).toEqual(["0.21.0"]);
    expect(terrain.json).toEqual(cdktf.json);
  },
  60_000,
);
