import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

const KEY = "AKIAIOSFODNN7EXAMPLE";
const SESSION = `<Credentials><AccessKeyId>ASIAIOSFODNN7EXAMPLE</AccessKeyId><SecretAccessKey>example</SecretAccessKey><SessionToken>example</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials>`;

/** What is answered to each call: the root user of every account has one key and one MFA device. */
const ANSWERS: Readonly<Record<string, string>> = {
  AssumeRole: SESSION,
  AssumeRoot: SESSION,
  GetUser:
    "<User><Path>/</Path><UserId>1</UserId><Arn>arn:aws:iam::444444444444:root</Arn><CreateDate>2020-01-01T00:00:00Z</CreateDate></User>",
  ListAccessKeys: `<IsTruncated>false</IsTruncated><AccessKeyMetadata><member><AccessKeyId>${KEY}</AccessKeyId><Status>Active</Status><CreateDate>2020-01-01T00:00:00Z</CreateDate></member></AccessKeyMetadata>`,
  GetAccessKeyLastUsed:
    "<AccessKeyLastUsed><Region>us-east-1</Region><ServiceName>iam</ServiceName><LastUsedDate>2024-01-01T00:00:00Z</LastUsedDate></AccessKeyLastUsed>",
  ListMFADevices:
    "<IsTruncated>false</IsTruncated><MFADevices><member><SerialNumber>arn:aws:iam::444444444444:mfa/root</SerialNumber><EnableDate>2020-01-01T00:00:00Z</EnableDate></member></MFADevices>",
  ListSigningCertificates: "<IsTruncated>false</IsTruncated><Certificates/>",
};

const NO_PASSWORD =
  "<ErrorResponse><Error><Type>Sender</Type><Code>NoSuchEntity</Code><Message>no password</Message></Error></ErrorResponse>";

async function answer(request: IncomingMessage): Promise<readonly [status: number, body: string]> {
  const action = new URLSearchParams(await text(request)).get("Action") ?? "";
  const found = ANSWERS[action];
  if (found === undefined) return action === "GetLoginProfile" ? [404, NO_PASSWORD] : [400, `no answer to ${action}`];
  return [200, `<${action}Response><${action}Result>${found}</${action}Result></${action}Response>`];
}

/** STS and IAM as far as an audit asks them, on this machine and at once: what is left is what an audit itself costs. */
export async function stsAndIam(): Promise<{ readonly url: string; readonly stop: () => void }> {
  const server = createServer((request, response) => {
    void answer(request).then(([status, body]) => response.writeHead(status, { "content-type": "text/xml" }).end(body));
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
