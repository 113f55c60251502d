// Of answers, for Fastify's serialisers.
const text = { type: 'string' };
const number = { type: 'number' };
const integer = { type: 'integer' };
const array = (items) => ({ type: 'array', items });
const object = (properties) => ({ type: 'object', properties });
const map = (value) => ({ type: 'object', additionalProperties: value });
const nullable = (schema) => ({ ...schema, nullable: true });
const texts = array(text);

export const faq = object({
  slug: text,
  question: text,
  answer: text,
  options: texts,
  factors: texts,
  useCases: texts,
  claims: texts,
});

const header = { slug: text, title: text, question: text, summary: text, tags: texts, revision: integer, publishedAt: text };

const assessment = object({
  option: text,
  verdict: text,
  score: nullable(number),
  confidence: text,
  rationale: text,
  claims: texts,
});

export const comparison = object({
  ...header,
  options: array(
    object({ slug: text, technology: text, name: text, tagline: text, summary: text, bestFor: texts, verdict: text }),
  ),
  topics: array(object({ slug: text, name: text, summary: text })),
  factors: array(
    object({
      slug: text,
      name: text,
      topic: text,
      question: text,
      kind: text,
      weight: number,
      scale: map(text),
      assessments: array(assessment),
    }),
  ),
  findings: array(object({})),
  useCases: array(
    object({
      slug: text,
      name: text,
      description: text,
      examples: texts,
      fits: array(object({ option: text, fit: text, rationale: text })),
      weights: map(number),
    }),
  ),
  claims: array(object({})),
  sources: array(object({})),
  faqs: array(faq),
  recommendations: array(object({})),
});

const page = (item, next) =>
  object({ items: array(item), page: object({ limit: integer, next: nullable(next), total: integer }) });

export const list = page(
  object({ ...header, href: text, options: array(object({ slug: text, technology: text, name: text })) }),
  text,
);

export const faqs = page(object({ comparison: text, href: text, ...faq.properties }), number);

export const recommendation = object({
  comparison: text,
  revision: integer,
  weights: map(number),
  ranking: array(object({ rank: integer, option: text, score: number })),
  winner: text,
  margin: number,
});
