import { rootCredentials } from "../../evidence/controls/root/root-credentials";
import { subject } from "./green";
import { changed, withLive } from "./red";

/** The commands that mend, each once, where so many accounts have a password left. */
function commands(accounts: number): readonly string[] {
  const ids = Array.from({ length: accounts }, (_, index) => String(500_000_000_000 + index));
  const { live } = withLive(({ snapshot }) => ({
    snapshot: changed(snapshot, (found) => ({
      ...found,
      accounts: found.accounts.slice(0, 1).flatMap((some) => ids.map((id) => ({ ...some, id, status: "ACTIVE" }))),
    })),
  }));
  const audit = (subject.audit ?? [])
    .slice(0, 1)
    .flatMap((some) => ids.map((id) => ({ ...some, id, left: ["a password"] })));
  const found = rootCredentials.judge({ ...subject, live, audit });
  return [...new Set(found.flatMap(({ run = [] }) => run.map((words) => words.join(" "))))];
}

test("one command takes all accounts in which something is left, by name while they can be named", () => {
  expect(commands(2)).toEqual(["npm run baseline -- remove-root-credentials 500000000000 500000000001"]);
  expect(commands(21)).toEqual(["npm run baseline -- remove-root-credentials"]);
});
