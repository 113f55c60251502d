// Reads a page from standard input and expands its JSON-LD as schema.org's context has it. Every type and property must be one of
// the vocabulary, and a property must be one that its node's type may have. Says what is wrong, a line each.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import jsonld from 'jsonld';

const SCHEMA = 'http://schema.org/';
const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const RDFS = 'http://www.w3.org/2000/01/rdf-schema#';

const types = new Set();
const parents = new Map();
const domains = new Map();
const grouped = (map, key, value) => map.set(key, [...(map.get(key) ?? []), value]);

const vocabulary = createRequire(import.meta.url).resolve('@vocabulary/schema').replace(/index\.js$/, 'schema.nq');
for (const line of readFileSync(vocabulary, 'utf8').split('\n')) {
  const [, subject, predicate, object] = /^<([^>]*)> <([^>]*)> <([^>]*)>/.exec(line) ?? [];
  if (predicate === RDF_TYPE && object === RDFS + 'Class') types.add(subject);
  if (predicate === RDFS + 'subClassOf') grouped(parents, subject, object);
  if (predicate === SCHEMA + 'domainIncludes') grouped(domains, subject, object);
}

const withParents = type => [type, ...(parents.get(type) ?? []).flatMap(withParents)];

const wrong = [];
const check = (value, place) => {
  if (Array.isArray(value)) return value.forEach(each => check(each, place));
  if (value === null || typeof value !== 'object' || '@value' in value) return;
  const all = value['@type'] ?? [];
  all.filter(type => !types.has(type)).forEach(type => wrong.push(`${place}: no type ${type}`));
  const whatItIs = new Set(all.flatMap(withParents));
  for (const [property, below] of Object.entries(value)) {
    if (property === '@list' || property === '@graph') check(below, place);
    if (property.startsWith('@')) continue;
    const here = `${place} ${property.replace(SCHEMA, '')}`;
    if (/-(input|output)$/.test(property)) continue; // what an action takes is noted beside its property
    if (!domains.has(property)) wrong.push(`${here}: no such property`);
    else if (all.length && !domains.get(property).some(domain => whatItIs.has(domain))) {
      wrong.push(`${here}: not of a ${all.join(', ').replaceAll(SCHEMA, '')}`);
    }
    check(below, here);
  }
};

const context = { '@context': { '@vocab': SCHEMA, id: '@id', type: '@type' } };
const documentLoader = async url => {
  if (!/^https?:\/\/schema\.org\/?$/.test(url)) throw new Error(`a context of its own: ${url}`);
  return { contextUrl: null, documentUrl: url, document: context };
};

const page = readFileSync(0, 'utf8');
const blocks = [...page.matchAll(/<script type="?application\/ld\+json"?>([\s\S]*?)<\/script>/g)].map(([, block]) => block);
if (!blocks.length) wrong.push('there is none');
for (const block of blocks) {
  const document = JSON.parse(block);
  const expanded = await jsonld.expand(document, { documentLoader });
  if (!expanded.length) wrong.push('nothing is left of a block');
  check(expanded, '');
  const terms = JSON.stringify(document).match(/"[A-Za-z@][A-Za-z@]*":/g).length;
  if (!terms) wrong.push('a block says nothing');
}
wrong.forEach(line => console.log(line));
process.exit(wrong.length ? 1 : 0);
