import type { RootTask } from "../catalogue/aws/root-tasks";
import { tellingClient, type ClientClass } from "../organization/clients/calls";
import { clientConfig, type Credentials, type Environment } from "../organization/clients/client-config";

/** Where a root session was opened, and what for. */
interface Opened {
  /** The member account. */
  readonly account: string;
  readonly task: RootTask;
  /** Region of the clients that name none. */
  readonly region: string;
  readonly credentials: Credentials;
  readonly env: Environment;
}

/**
 * A root session in a member account, for one task. Its credentials are in memory only: nothing that prints or logs the
 * session shows them. Only `revealed` does, for a person who asked for them.
 */
export class RootSession {
  readonly account: string;
  readonly task: RootTask["id"];
  /** By this id CloudTrail joins the AssumeRoot call with what the session did. It is no secret. */
  readonly accessKeyId: string;
  /** When the session ends. */
  readonly expires: Date | undefined;
  readonly #opened: Opened;

  constructor(opened: Opened) {
    this.#opened = opened;
    this.account = opened.account;
    this.task = opened.task.id;
    this.accessKeyId = opened.credentials.accessKeyId;
    this.expires = opened.credentials.expiration;
  }

  /** A client of the session, such as `session.client(IAMClient)`. It cannot be renewed: a new session can. */
  client<Client extends object>(Client: ClientClass<Client>, region = this.#opened.region): Client {
    // Without its end: the SDK would ask for others minutes before, and there are none.
    const { accessKeyId, secretAccessKey, sessionToken } = this.#opened.credentials;
    const own = { accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) };
    return tellingClient(
      Client,
      clientConfig(this.#opened.env, region, () => Promise.resolve(own)),
      this.account,
    );
  }

  /** The credentials themselves. To be handed to a person or to one child process, never written down. */
  revealed(): Credentials {
    return this.#opened.credentials;
  }
}
