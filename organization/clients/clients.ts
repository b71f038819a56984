import { AccountClient } from "@aws-sdk/client-account";
import { CloudTrailClient } from "@aws-sdk/client-cloudtrail";
import { CloudWatchClient } from "@aws-sdk/client-cloudwatch";
import { CloudWatchLogsClient } from "@aws-sdk/client-cloudwatch-logs";
import { EventBridgeClient } from "@aws-sdk/client-eventbridge";
import { GuardDutyClient } from "@aws-sdk/client-guardduty";
import { IAMClient } from "@aws-sdk/client-iam";
import { KMSClient } from "@aws-sdk/client-kms";
import { OrganizationsClient } from "@aws-sdk/client-organizations";
import { S3Client } from "@aws-sdk/client-s3";
import { SchedulerClient } from "@aws-sdk/client-scheduler";
import { SNSClient } from "@aws-sdk/client-sns";
import { SQSClient } from "@aws-sdk/client-sqs";
import { AssumeRoleCommand, STSClient } from "@aws-sdk/client-sts";
import { blueprintOf, type Baseline } from "../../config/index";
import { tellingCalls } from "./calls";
import {
  clientConfig,
  credentialsIn,
  keyPairOf,
  type ClientConfig,
  type Credentials,
  type Environment,
} from "./client-config";

function lazy<T>(create: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: create() }).value;
}

const clientsAt = (config: ClientConfig, account: string) => {
  const telling = <Client extends object>(create: () => Client) =>
    lazy(() => tellingCalls(create(), { account, region: config.region }));
  return {
    account: telling(() => new AccountClient(config)),
    cloudTrail: telling(() => new CloudTrailClient(config)),
    cloudWatch: telling(() => new CloudWatchClient(config)),
    eventBridge: telling(() => new EventBridgeClient(config)),
    guardDuty: telling(() => new GuardDutyClient(config)),
    iam: telling(() => new IAMClient(config)),
    kms: telling(() => new KMSClient(config)),
    logs: telling(() => new CloudWatchLogsClient(config)),
    organizations: telling(() => new OrganizationsClient(config)),
    // The name of a bucket is no host name of a local endpoint.
    s3: telling(() => new S3Client({ ...config, forcePathStyle: config.endpoint !== undefined })),
    scheduler: telling(() => new SchedulerClient(config)),
    sns: telling(() => new SNSClient(config)),
    // What is called is the endpoint of the Region, whatever host a queue's URL has.
    sqs: telling(() => new SQSClient({ ...config, useQueueUrlAsEndpoint: false })),
    sts: telling(() => new STSClient(config)),
  };
};

/** The clients of one account and Region, each created when first used. */
export type PlaceClients = ReturnType<typeof clientsAt>;

/**
 * AWS clients for every account and Region of a baseline. The credentials are those of the management account; the
 * other accounts are reached through their deploy roles, as Terraform reaches them.
 */
export class Clients {
  private readonly places = new Map<string, PlaceClients>();
  private readonly sessions = new Map<string, Promise<Credentials>>();

  /**
   * `env`: AWS_ENDPOINT_URL and the key pair of an emulator. Left out, the SDK finds endpoint and credentials as
   * everywhere else.
   */
  constructor(
    private readonly baseline: Baseline,
    private readonly env: Environment = {},
  ) {}

  /**
   * Global services (IAM, Organizations, account contacts) are asked in the home Region, too: from any Region of a
   * partition the SDK's own rules lead to the one endpoint that serves it, such as us-gov-west-1 for Organizations.
   */
  at(account: string, region: string = this.baseline.homeRegion): PlaceClients {
    const place = `${account} ${region}`;
    const clients = this.places.get(place) ?? clientsAt(this.config(account, region), account);
    this.places.set(place, clients);
    return clients;
  }

  private config(account: string, region: string): ClientConfig {
    const isManagement = account === this.baseline.accounts.management.id;
    return clientConfig(this.env, region, isManagement ? keyPairOf(this.env) : () => this.session(account));
  }

  /** One session an account, for all its Regions. It lasts an hour; a readback takes seconds. */
  private session(account: string): Promise<Credentials> {
    const session = this.sessions.get(account) ?? this.assumeDeployRole(account);
    this.sessions.set(account, session);
    return session;
  }

  private async assumeDeployRole(account: string): Promise<Credentials> {
    const { management, security, logArchive } = this.baseline.accounts;
    const member = [security, logArchive].find((candidate) => candidate?.id === account);
    if (member === undefined) throw new Error(`the account must be one of the configuration's, got ${account}`);
    const RoleArn = `arn:${blueprintOf(this.baseline).partition.id}:iam::${account}:role/${member.deployRole}`;
    const { Credentials: session } = await this.at(management.id)
      .sts()
      .send(new AssumeRoleCommand({ RoleArn, RoleSessionName: "org-baseline-readback" }));
    return credentialsIn(session, `assuming ${RoleArn}`);
  }
}
