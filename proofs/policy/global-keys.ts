import type { KeyTable } from "./key-type";
import { list } from "./list";

/**
 * The condition keys that any service may send. Source: IAM User Guide, Global condition keys; a test compares every
 * entry with the Service Authorization Reference.
 */
export const GLOBAL_KEYS: KeyTable = {
  String: list(`
    aws:CalledViaAWSMCP aws:CalledViaFirst aws:CalledViaLast aws:Ec2InstanceSourceVpc aws:FederatedProvider
    aws:PrincipalAccount aws:PrincipalOrgID aws:PrincipalServiceName aws:PrincipalTag/* aws:PrincipalType
    aws:referer aws:RequestedRegion aws:RequestTag/* aws:ResourceAccount aws:ResourceOrgID aws:ResourceTag/*
    aws:SourceAccount aws:SourceIdentity aws:SourceOrgID aws:SourceOwner aws:SourceVpc aws:SourceVpcArn
    aws:SourceVpce aws:UserAgent aws:userid aws:username aws:VpceAccount aws:VpceOrgID glue:CredentialIssuingService
    glue:RoleAssumedBy identitystore:UserId
  `),
  "String[]": list(`
    aws:CalledVia aws:PrincipalOrgPaths aws:PrincipalServiceNamesList aws:ResourceOrgPaths aws:SourceOrgPaths
    aws:TagKeys aws:VpceOrgPaths
  `),
  ARN: list(`
    aws:ChatbotSourceArn aws:PrincipalArn aws:SourceArn ec2:SourceInstanceArn lambda:SourceFunctionArn
    ssm:SourceInstanceArn
  `),
  Bool: list(`
    aws:AssumedRoot aws:IsMcpServiceAction aws:MultiFactorAuthPresent aws:PrincipalIsAWSService aws:SecureTransport
    aws:ViaAWSMCPService aws:ViaAWSService
  `),
  Numeric: list(`
    aws:MultiFactorAuthAge ec2:RoleDelivery
  `),
  Date: list(`
    aws:CurrentTime aws:TokenIssueTime
  `),
  Epoch: list(`
    aws:EpochTime
  `),
  IPAddress: list(`
    aws:Ec2InstanceSourcePrivateIPv4 aws:SourceIp aws:VpcSourceIp
  `),
};
