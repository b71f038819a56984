import { matrices } from "../../../commands/simulate/matrix";
import { blueprintOf, parseConfig } from "../../../config";
import { changed } from "../../config/expectations";

test("a resource control policy of the catalogue is tried by whom it is about: root is refused, nobody else", () => {
  const attach = [{ id: "deny-root-sign-in", targets: ["root"] }];
  const [matrix] = matrices(blueprintOf(parseConfig(changed({ "guardrails.attach": attach }))));
  const row = matrix?.rows.find(({ guardrail }) => guardrail === "deny-root-sign-in");
  expect(row?.action).toBe("signin:AuthorizeOAuth2Access");
  const { "management account": management, root, "assumed root": session, ...others } = row?.cells ?? {};
  expect([root, session, management]).toEqual(["denied", "denied", "not bound"]);
  expect(new Set(Object.values(others))).toEqual(new Set(["allowed"]));
});
