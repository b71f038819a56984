import { account } from "./services/account";
import { chatbot } from "./services/chatbot";
import { cloudtrail } from "./services/cloudtrail";
import { cloudwatch } from "./services/cloudwatch";
import { events } from "./services/events";
import { guardduty } from "./services/guardduty";
import { iam } from "./services/iam";
import { identitySync } from "./services/identity-sync";
import { identitystore } from "./services/identitystore";
import { kms } from "./services/kms";
import { logs } from "./services/logs";
import { organizations } from "./services/organizations";
import { s3 } from "./services/s3";
import { scheduler } from "./services/scheduler";
import { signin } from "./services/signin";
import { smsVoice } from "./services/sms-voice";
import { sns } from "./services/sns";
import { sqs } from "./services/sqs";
import { sso } from "./services/sso";
import { ssoDirectory } from "./services/sso-directory";
import { sts } from "./services/sts";
import type { ServiceSurface } from "./surface";

export { classify, VERDICTS, type Row, type Verdict } from "./classify";
export { FOREIGN_ACTS, type ForeignAct } from "./foreign-acts";
export { OTHER_SERVICES, type OtherServices } from "./other-services";
export { catalogueJudges } from "./judges";
export { REASONS, type Reason, type ServiceSurface } from "./surface";

/** Every service that holds something which is protected, in the order of the documentation. */
export const SURFACES: readonly ServiceSurface[] = [
  organizations,
  cloudtrail,
  s3,
  kms,
  logs,
  cloudwatch,
  events,
  scheduler,
  sns,
  smsVoice,
  chatbot,
  sqs,
  guardduty,
  account,
  iam,
  sts,
  signin,
  sso,
  identitystore,
  identitySync,
  ssoDirectory,
];
