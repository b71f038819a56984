import { GUARDDUTY_FEATURES } from "../../catalogue/aws/guardduty-features";
import type { PriceId } from "../../catalogue/cost/prices";
import type { VolumeId } from "../../catalogue/cost/volumes";
import { some, type Item } from "./item";
import type { Resources } from "./resources";

type Feature = (typeof GUARDDUTY_FEATURES)[number];

const PLANS: Readonly<Record<Feature, readonly [says: string, PriceId, VolumeId]>> = {
  S3_DATA_EVENTS: ["S3 Protection", "threatObjectEvents", "guardduty-object-events"],
  EKS_AUDIT_LOGS: ["EKS Protection", "threatClusterEvents", "guardduty-cluster-events"],
  EBS_MALWARE_PROTECTION: ["Malware Protection", "threatVolumes", "guardduty-volume-gb"],
  RDS_LOGIN_EVENTS: ["RDS Protection", "threatDatabases", "guardduty-database-vcpus"],
  LAMBDA_NETWORK_LOGS: ["Lambda Protection", "threatFunctions", "guardduty-function-gb"],
  RUNTIME_MONITORING: ["Runtime Monitoring", "threatRuntime", "guardduty-runtime-vcpus"],
};

const TYPE = "aws_guardduty_organization_configuration_feature";

const isOn = (resources: Resources, feature: Feature): boolean =>
  resources.all(TYPE).some(({ name, auto_enable: enable }) => name === feature && enable !== "NONE");

const plan = (feature: Feature): Item => {
  const [says, price, volume] = PLANS[feature];
  return {
    service: "GuardDuty",
    says,
    price,
    types: [TYPE],
    quantity: (resources, ask) => (isOn(resources, feature) ? (ask(volume) ?? "by use") : undefined),
  };
};

const detectors = (resources: Resources) => some(resources.all("aws_guardduty_detector").length);

/** GuardDuty in the governed Regions. A month after it is switched on: the first is free. */
export const THREATS: readonly Item[] = [
  {
    service: "GuardDuty",
    says: "management events",
    price: "threatEvents",
    types: ["aws_guardduty_detector"],
    quantity: (resources, ask) => detectors(resources) && (ask("management-events") ?? 0),
  },
  {
    service: "GuardDuty",
    says: "flow and DNS logs",
    price: "threatFlows",
    types: ["aws_guardduty_detector"],
    quantity: (resources, ask) => detectors(resources) && (ask("flow-gb") ?? "by use"),
  },
  ...GUARDDUTY_FEATURES.map(plan),
];
