// What Backstage does with what it is given: reads the catalogue's entities and the text that they refer to, and the tech
// radar, and checks them by its own validators. node check.mjs <address of the service>
import assert from "node:assert/strict";
import * as catalog from "@backstage/catalog-model";
import * as radars from "@backstage-community/plugin-tech-radar-common";
import { parse, parseAllDocuments } from "yaml";

const [base] = process.argv.slice(2);
const policies = catalog.EntityPolicies.allOf([
  new catalog.SchemaValidEntityPolicy(),
  new catalog.DefaultNamespaceEntityPolicy(),
  new catalog.NoForeignRootFieldsEntityPolicy(),
  new catalog.FieldFormatEntityPolicy(),
]);
const kinds = [catalog.apiEntityV1alpha1Validator, catalog.componentEntityV1alpha1Validator];

async function read(address) {
  const answer = await fetch(address);
  assert.equal(answer.status, 200, address);
  return answer.text();
}

async function entities(address) {
  const documents = parseAllDocuments(await read(address));
  return Promise.all(
    documents.map(async (document) => {
      assert.deepEqual(document.errors, []);
      const entity = document.toJS();
      const text = entity.spec.definition?.$text;
      if (text) {
        entity.spec.definition = await read(new URL(text, address));
      }
      return entity;
    }),
  );
}

const found = await entities(`${base}/portal/backstage/catalog-info.yaml`);
for (const entity of found) {
  await policies.enforce(entity);
  const accepted = await Promise.all(kinds.map((kind) => kind.check(entity)));
  assert.equal(accepted.filter(Boolean).length, 1, `${entity.kind} is of one kind that is known`);
}
const references = found.map((entity) => catalog.stringifyEntityRef(entity));
const [component] = found.filter(catalog.isComponentEntity);
const [api] = found.filter(catalog.isApiEntity);
assert.deepEqual(
  component.spec.providesApis.map((name) =>
    catalog.stringifyEntityRef(catalog.parseEntityRef(name, { defaultKind: "API", defaultNamespace: "default" })),
  ),
  [catalog.stringifyEntityRef(api)],
);
assert.match(parse(api.spec.definition).openapi, /^3\./);

const radar = radars.TechRadarLoaderResponseParser.parse(JSON.parse(await read(`${base}/portal/backstage/tech-radar.json`)));
const ids = (items) => new Set(items.map((item) => item.id));
assert.equal(ids(radar.quadrants).size, 4);
assert.equal(ids(radar.entries).size, radar.entries.length);
for (const entry of radar.entries) {
  assert.ok(ids(radar.quadrants).has(entry.quadrant), entry.id);
  assert.ok(entry.timeline.length > 0, entry.id);
  assert.ok(entry.timeline.every((step) => ids(radar.rings).has(step.ringId)), entry.id);
  const days = entry.timeline.map((step) => step.date.getTime());
  assert.ok(days.every((day, at) => at === 0 || day < days[at - 1]), `${entry.id}: newest first`);
  assert.equal(new Set(entry.links.map((link) => link.url)).size, entry.links.length, `${entry.id}: a link each`);
  assert.ok([entry.url, ...entry.links.map((link) => link.url)].every((url) => URL.canParse(url)), entry.id);
}
console.log(`${references.join(", ")}; ${radar.entries.length} technologies`);
