/**
 * The services of AWS that hold nothing which is protected, as iam-data lists them, each judged by what its actions that
 * write, tag or manage permissions are for. What acts on the protected things all the same is named in the foreign acts. A
 * test compares all three lists with AWS's: a new service fails it until somebody has judged it.
 */
export interface OtherServices {
  /** What they do, as a heading: `Networks and messages`. */
  readonly kind: string;
  /** Why they undo nothing here. Begins in lower case, ends without a full stop. */
  readonly because: string;
  /** Their prefixes in IAM actions. */
  readonly services: readonly string[];
}

const list = (words: string): readonly string[] => words.trim().split(/\s+/);

export const OTHER_SERVICES: readonly OtherServices[] = [
  {
    kind: "Work with a role",
    because:
      "it does other people's work with a role that is passed to it (`iam:PassRole`, denied on the protected roles), with a role of its own or with keys of a person: each call is judged in the register, under its own name",
    services: list(`
      agent-registry aidevops aiops airflow-serverless amplifybackend amplifyuibuilder apigateway
      application-autoscaling application-transformation apptest arc-region-switch autoscaling autoscaling-plans
      aws-external-anthropic bedrock bedrock-mantle braket cleanrooms cleanrooms-ml cloud9 codecatalyst
      codeconnections codedeploy-commands-secure codeguru-profiler codeguru-reviewer codeguru-security codestar
      codestar-connections comprehend databrew datapipeline datazone deadline devicefarm dlm dms drs eks-auth
      elastictranscoder emr-containers emr-serverless evs finops-agent finspace firehose forecast frauddetector
      healthlake iotanalytics iotevents iotfleetwise iotsitewise iottwinmaker kafkaconnect kendra launchwizard lex
      lightsail lookoutequipment lookoutmetrics lookoutvision m2 machinelearning mediaconvert mediaimport medialive
      medical-imaging mgn migrationhub-orchestrator nova-act omics opsworks opsworks-cm osis panorama pcs personalize
      proton q qapps qbusiness qdeveloper quicksight rekognition robomaker s3-object-lambda
      sagemaker-data-science-assistant sagemaker-geospatial sagemaker-mlflow securityagent serverlessrepo
      simspaceweaver sms ssm-quicksetup ssm-sap swf textract tnb transcribe transform transform-custom workspaces
      workspaces-instances
    `),
  },
  {
    kind: "Work with the caller's rights",
    because:
      "it acts as the caller, or only carries what he types: each call is judged in the register, under its own name",
    services: list(`
      agentaccess-mcp application-signals-mcp athena awsconnector bedrock-websearch cloudshell codewhisperer
      consoleapp dbqms ec2messages ecs-mcp eks-mcp execute-api identitystore-auth networkmanager-chat rds-data
      redshift-data resource-explorer sagemaker-unified-studio-mcp serviceextract sqlworkbench ssm-guiconnect
      ssmmessages sso-oauth tiros ts
    `),
  },
  {
    kind: "Watching and reporting",
    because: "it shows, measures or reports: no message and no record of the baseline goes by it",
    services: list(`
      access-analyzer aco-automation action-recommendations application-signals applicationinsights aps arsenal
      artifact auditmanager cloudtrail-data codestar-notifications compute-optimizer controlcatalog
      cost-optimization-hub devops-guru discovery evidently grafana inspector inspector-scan inspector2-telemetry
      internetmonitor iot-device-tester iotdeviceadvisor license-manager license-manager-linux-subscriptions
      license-manager-user-subscriptions mgh migrationhub-strategy network-security-director networkflowmonitor
      networkmonitor notifications-contacts oam pi resiliencehub resource-explorer-2 rum schemas security-ir
      servicediscovery servicequotas ssm-contacts ssm-incidents supportapp sustainability uxc vendor-insights
      wellarchitected xray
    `),
  },
  {
    kind: "Storage, keys and secrets of its own",
    because: "it keeps data, keys, certificates or sign-ins of its own applications: the baseline keeps nothing there",
    services: list(`
      acm acm-pca aoss appconfig backup-gateway backup-search backup-storage cassandra clouddirectory
      cloudfront-keyvaluestore cloudhsm cloudsearch codeartifact codecommit codeguru cognito-identity cognito-idp
      cognito-sync dataexchange dax docdb-elastic dsql dynamodb ebs ecr ecr-public elasticache elasticfilesystem
      entityresolution es finspace-api fsx glacier importexport kafka kafka-cluster kinesis kinesisvideo lakeformation
      managedblockchain managedblockchain-query mediastore memorydb mpa mq neptune-db neptune-graph odb opensearch
      payment-cryptography pca-connector-ad pca-connector-scep qldb rbin rds rds-db redshift redshift-serverless
      s3-outposts s3express s3files s3tables s3vectors sdb secretsmanager signer snow-device-management snowball
      storagegateway timestream timestream-influxdb verifiedpermissions
    `),
  },
  {
    kind: "Networks and messages",
    because:
      "it carries the traffic of networks that somebody owns, or messages of applications: record and alerts go from service to service, on none of them",
    services: list(`
      appmesh appmesh-preview arc-zonal-shift cloudfront directconnect elasticloadbalancing geo geo-maps geo-places
      geo-routes globalaccelerator interconnect iotwireless mediaconnect mediapackage mediapackage-vod mediapackagev2
      mediatailor mobiletargeting network-firewall network-security-manager networkmanager outposts private-networks
      refactor-spaces route53 route53-recovery-cluster route53-recovery-control-config route53-recovery-readiness
      route53domains route53globalresolver route53profiles route53resolver rtbfabric ses shield social-messaging
      verified-access vpc-lattice vpc-lattice-svcs vpce waf waf-regional wafv2
    `),
  },
  {
    kind: "Applications",
    because: "an application for people, things or industries: it holds resources of its own only",
    services: list(`
      a2c a4b app-integrations appfabric appflow appstudio b2bi bugbust cases chime comprehendmedical connect
      connect-campaigns customer-verification elemental-activations elemental-appliances-software elemental-inference
      elemental-support-cases elemental-support-content freertos gameliftstreams groundstation groundtruthlabeling
      health-agent honeycode iotfleethub iotjobsdata iotmanagedintegrations iq ivs ivschat kendra-ranking
      mechanicalturk mobileanalytics monitron nimble one polly profile repostspace researchstudio rhelkb scn
      thinclient translate user-subscriptions voiceid wam wickr wisdom workdocs worklink workmail workmailmessageflow
      workspaces-web
    `),
  },
  {
    kind: "Money and contracts",
    because:
      "it is about bills, offers and contracts: nothing of the baseline goes by them, as long as the account is paid for",
    services: list(`
      activate aws-marketplace aws-marketplace-management bcm-dashboards bcm-data-exports bcm-pricing-calculator
      bcm-recommended-actions billingconductor ce consolidatedbilling cur eventsbilltoaws freetier invoicing
      mapcredits marketplacecommerceanalytics partnercentral partnercentral-account-management payments pricing
      pricingplanmanager purchase-orders savingsplans support-console supportplans tax
    `),
  },
];
