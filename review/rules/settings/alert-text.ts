import { at, isNothing, Unknown, type Thing } from "../../model/thing";
import { mustBeSame, mustStay, mustStayOff } from "./orders";
import { settingRule, type Setting } from "./setting";

const type = "aws_cloudwatch_event_target";

const TEXTS = ["input", "input_path", "input_transformer"];

/** Whether the message is the same whatever happened. */
function isConstant({ values }: Thing): unknown {
  const template = at(values["input_transformer"], "input_template");
  const text = isNothing(template) ? values["input"] : template;
  return text instanceof Unknown ? text : typeof text === "string" && text !== "" && !/<[\w.-]+>/.test(text);
}

/** What a bus is sent in place of the event; the rules there await the event itself. */
const sentToBus = ({ values }: Thing): unknown => {
  const { arn } = values;
  const name = arn instanceof Unknown ? arn.references.join(" ") : String(arn);
  return /:event-bus\/|aws_cloudwatch_event_bus\./.test(name) ? TEXTS.map((key) => values[key] ?? null) : undefined;
};

const changed: readonly Setting[] = TEXTS.map((value) => ({
  type,
  value,
  weaker: mustStay,
  says: "the text of the message changes",
}));

export const alertText = settingRule({
  id: "alert-text",
  severity: "low",
  fires: "a message says something else than before",
  matters: "whoever is woken up acts on what it says; a message without the account or the principal starts a search",
  settings: [
    {
      type,
      value: sentToBus,
      weaker: mustBeSame,
      says: "a bus gets something else than the event: the rules there may match it no longer",
      severity: "high",
    },
    {
      type,
      value: isConstant,
      weaker: mustStayOff,
      says: "the message says nothing of the event any longer",
      severity: "medium",
    },
    ...changed,
  ],
});
