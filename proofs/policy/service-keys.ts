import type { KeyTable } from "./key-type";
import { list } from "./list";

/**
 * The condition keys of single services that policies may name. To use another one, add it here under its type: a test
 * compares every entry with the Service Authorization Reference.
 */
export const SERVICE_KEYS: KeyTable = {
  String: list(`
    account:AccountResourceOrgTags/* account:EmailTargetDomain account:TargetRegion cloudformation:ChangeSetName
    cloudformation:CreateAction cloudformation:ImportResourceTypes cloudformation:StackPolicyUrl
    cloudformation:TemplateUrl cloudwatch:HasAccessGrant cloudwatch:namespace ec2:InstanceType
    ec2:MetadataHttpEndpoint ec2:MetadataHttpTokens ec2:Owner ec2:Region ec2:ResourceTag/* events:creatorAccount
    events:ManagedBy iam:AWSServiceName iam:DelegationDuration iam:FIDO-certification
    iam:FIDO-FIPS-140-2-certification iam:FIDO-FIPS-140-3-certification iam:NotificationChannel
    iam:OrganizationsPolicyId iam:PassedToService iam:RegisterSecurityKey iam:ResourceTag/*
    iam:ServiceSpecificCredentialServiceName kms:CallerAccount kms:EncryptionContext:* kms:GranteePrincipal
    kms:KeyOrigin kms:KeySpec kms:KeyUsage kms:RequestAlias kms:ViaService lambda:FunctionUrlAuthType
    lambda:Principal logs:data_source_name logs:data_source_type organizations:PolicyType
    organizations:ServicePrincipal organizations:TransferDirection organizations:TransferType
    ram:PermissionResourceType ram:Principal ram:RequestedResourceType ram:ResourceShareName ram:ResourceTag/*
    ram:ShareOwnerAccountId s3:AccessPointNetworkOrigin s3:authType s3:BucketTag/* s3:DataAccessPointAccount
    s3:delimiter s3:ExistingObjectTag/* s3:locationconstraint s3:object-lock-legal-hold s3:object-lock-mode
    s3:prefix s3:RequestObjectTag/* s3:ResourceAccount s3:signatureversion s3:versionid s3:x-amz-acl
    s3:x-amz-content-sha256 s3:x-amz-copy-source s3:x-amz-object-ownership s3:x-amz-server-side-encryption
    s3:x-amz-storage-class secretsmanager:Name signin:OAuthClientAuthentication signin:OAuthClientId
    signin:OAuthGrantType signin:OAuthRedirectUri signin:OAuthTokenType sns:Endpoint sns:Protocol sts:AWSServiceName
    sts:ExternalId sts:RequestContext/* sts:RoleSessionName sts:SigningAlgorithm sts:SourceIdentity
  `),
  "String[]": list(`
    account:AccountResourceOrgPaths account:AlternateContactTypes cloudformation:ResourceTypes
    cloudformation:TargetRegion cloudwatch:AlarmActions cloudwatch:requestInsightRuleLogGroups events:detail-type
    events:source iam:AccountPropertyNamespaces kms:EncryptionContextKeys kms:GrantOperations kms:ResourceAliases
    s3:RequestObjectTagKeys sts:IdentityTokenAudience sts:TransitiveTagKeys
  `),
  ARN: list(`
    cloudformation:RoleArn cloudformation:TypeArn ec2:Vpc iam:AssociatedResourceArn iam:DelegationRequestOwner
    iam:PermissionsBoundary iam:PolicyARN iam:RoleTemplateARN iam:TemplateArn logs:DeliveryDestinationResourceArn
    ram:PermissionArn ram:ResourceArn s3:DataAccessPointArn s3:x-amz-server-side-encryption-aws-kms-key-id
    secretsmanager:SecretId signin:PrincipalArn sts:TaskPolicyArn
  `),
  "ARN[]": list(`
    cloudwatch:requestManagedResourceARNs events:EventBusArn events:TargetArn logs:LogGeneratingResourceArns
    sts:RequestContextProviders
  `),
  Bool: list(`
    ec2:Encrypted ec2:Public kms:BypassPolicyLockoutSafetyCheck kms:GrantIsForAWSResource kms:MultiRegion
    ram:AllowsExternalPrincipals ram:RequestedAllowsExternalPrincipals ram:RetainSharingOnAccountLeaveOrganization
    secretsmanager:BlockPublicPolicy sts:RoleAuthorizedByIdp
  `),
  Numeric: list(`
    ec2:MetadataHttpPutResponseHopLimit ec2:VolumeSize iam:ServiceSpecificCredentialAgeDays
    kms:ScheduleKeyDeletionPendingWindowInDays s3:max-keys s3:object-lock-remaining-retention-days s3:signatureAge
    s3:TlsVersion sts:DurationSeconds
  `),
  Date: list(`
    kms:ValidTo s3:object-lock-retain-until-date
  `),
};
