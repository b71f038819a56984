import { blueprintOf, formerNames, loadConfig, mayHoldSecret, subscriptionAddress, type Subscriber } from "../config";
import { command } from "./contract/command";
import { mistake } from "./contract/mistake";
import { inShell } from "./output/in-shell";

/** The endpoint: of the configuration, or of the variable, as Terraform is handed it. */
function valueOf({ endpoint, where }: Subscriber): string {
  if (typeof endpoint === "string") return endpoint;
  const name = `TF_VAR_${endpoint.variable}`;
  const value = process.env[name] ?? "";
  if (value === "") mistake(name, `be set to the endpoint of ${where}, as for Terraform`);
  return value;
}

/** Moves one address, where state has it: prints nothing, as Terraform would print the former address. */
const move = (from: string, to: string): string =>
  `terraform state list | grep -qxF ${inShell(from)} && terraform state mv ${inShell(from)} ${inShell(to)} > /dev/null`;

function movesOf(subscriber: Subscriber): readonly string[] {
  const { address, endpoint, formerAddresses } = subscriber;
  if (typeof endpoint === "string" && !mayHoldSecret(endpoint)) return [];
  const at = (name: string) => subscriptionAddress(subscriber, name);
  return (
    formerNames(subscriber, valueOf(subscriber))
      // The others are moved by the blocks of the stack.
      .filter((name) => !formerAddresses.includes(name))
      .map((name) => move(at(name), at(address)))
  );
}

export const subscriptionMoves = command({
  name: "subscription-moves",
  summary: "print the moves of subscriptions whose old address holds a secret",
  about: [
    "Until now an endpoint was part of its subscription's address. Where it may hold a secret, a moved block would print it once more, so state is moved by hand, before the first plan of this version: in the folder of the stack alarms, after terraform init.",
    "The lines hold the secret, and print nothing when they run. Pipe them into a shell in place of reading them: npm run -s baseline -- subscription-moves | (cd cdktf.out/stacks/alarms && sh). Keep them out of a pipeline's log. An endpoint that is a variable is read from TF_VAR_<name>.",
  ],
  options: {},
  exitCodes: {
    0: "printed; no line where nothing has to be moved by hand",
    1: "a mistake in what was asked or configured",
  },
  run: () => {
    const { topics } = blueprintOf(loadConfig());
    for (const line of topics.flatMap(({ here }) => here).flatMap(movesOf)) console.log(line);
    return 0;
  },
});
