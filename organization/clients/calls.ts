import type { STSClient } from "@aws-sdk/client-sts";
import type { ClientConfig } from "./client-config";

/** Which call failed, by the error with which it did. */
const failed = new WeakMap<Error, string>();

/** Where a client asks. */
interface Asked {
  readonly account: string;
  readonly region: string;
}

/**
 * Lets every error of a client tell which call it answers, in which account and Region: "IAM ListRoles in 222222222222
 * (us-east-1)". Where a call needs a session first and that is refused, the error tells of the session.
 */
export function tellingCalls<Client extends object>(client: Client, at: Asked): Client {
  // Every client has the same stack, typed by its own inputs.
  const { middlewareStack } = client as unknown as STSClient;
  middlewareStack.add(
    (next, context) => async (args) => {
      try {
        return await next(args);
      } catch (error) {
        if (error instanceof Error && !failed.has(error)) failed.set(error, spelled(context, at));
        throw error;
      }
    },
    { step: "initialize", name: "tellingCalls" },
  );
  return client;
}

/** The class of a client of the SDK. */
export type ClientClass<Client> = new (config: ClientConfig) => Client;

/** A client of an account, whose errors tell of their calls. */
export const tellingClient = <Client extends object>(
  Client: ClientClass<Client>,
  config: ClientConfig,
  account: string,
): Client => tellingCalls(new Client(config), { account, region: config.region });

const spelled = (
  { clientName = "", commandName = "" }: { readonly clientName?: string; readonly commandName?: string },
  { account, region }: Asked,
): string => `${clientName.replace(/Client$/, "")} ${commandName.replace(/Command$/, "")} in ${account} (${region})`;

/** The call that an error answers; undefined for an error that no call made. */
export const callOf = (error: Error): string | undefined => failed.get(error);
