import { mustStay } from "./orders";
import { settingRule } from "./setting";

export const alertText = settingRule({
  id: "alert-text",
  severity: "low",
  fires: "a message says something else than before",
  matters: "whoever is woken up acts on what it says; a message without the account or the principal starts a search",
  settings: ["input", "input_path", "input_transformer"].map((value) => ({
    type: "aws_cloudwatch_event_target",
    value,
    weaker: mustStay,
    says: "the text of the message changes",
  })),
});
