import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { providerCache } from "../../terraform/provider-cache";

const folder = mkdtempSync(join(tmpdir(), "org-baseline-cache-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("what is downloaded is shared by the stacks", () => {
  const cache = join(folder, "providers");
  expect(providerCache({ env: {} }, cache, {})).toEqual({
    TF_PLUGIN_CACHE_DIR: cache,
    TF_PLUGIN_CACHE_MAY_BREAK_DEPENDENCY_LOCK_FILE: "1",
  });
  expect(existsSync(cache)).toBe(true);
});

test("a mirror, and a cache of the caller's own, are left alone", () => {
  expect(providerCache({ env: { TF_CLI_CONFIG_FILE: "terraform.rc" } }, folder, {})).toEqual({});
  expect(providerCache({ env: {} }, folder, { TF_PLUGIN_CACHE_DIR: "/cache" })).toEqual({});
});
