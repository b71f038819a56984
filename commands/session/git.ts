import { spawnSync } from "node:child_process";
import { ANY_PROGRAM, pick } from "../../processes/environment";

/** What git says in the working directory; undefined where it says nothing, or there is no git. */
function git(...args: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync("git", args, {
    encoding: "utf8",
    env: pick(process.env, ANY_PROGRAM, ["GIT_*"]),
  });
  return status === 0 ? stdout.trim() : undefined;
}

/** The commit of the checkout, and whether files differ from it. No commit outside of git. */
export function checkout(): { readonly commit: string | null; readonly dirty: boolean } {
  const commit = git("rev-parse", "HEAD") ?? null;
  return { commit, dirty: commit !== null && git("status", "--porcelain") !== "" };
}
