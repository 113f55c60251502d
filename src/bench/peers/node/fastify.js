import fastify from 'fastify';
import { asking, faqValues, recommend } from './knowledge.js';
import * as schemas from './schemas.js';

const prepared = { prepared: true };
const comparison = asking('comparison', prepared);
const list = asking('list', prepared);
const faqs = asking('faqs', prepared);
const scores = asking('scores', prepared);
const newFaq = asking('new-faq', prepared);
const rendered = new Map();

const app = fastify();
const answering = (schema, status = 200) => ({ schema: { response: { [status]: schema } } });

const found = (reply, body) => body ?? reply.code(404).send({ status: 404 });

app.get('/api/v1/comparisons', answering(schemas.list), ({ query }) =>
  list(query.cursor ?? '', Number(query.limit ?? 20)),
);
app.get('/api/v1/comparisons/:slug', answering(schemas.comparison), async ({ params }, reply) =>
  found(reply, await comparison(params.slug)),
);
app.get('/cached/comparisons/:slug', async ({ params }, reply) => {
  let body = rendered.get(params.slug);
  if (!body) {
    body = JSON.stringify(await comparison(params.slug));
    rendered.set(params.slug, body);
  }
  return reply.type('application/json; charset=utf-8').send(body);
});
app.get('/api/v1/faqs', answering(schemas.faqs), ({ query }) => faqs(query.q, Number(query.limit ?? 20)));
app.post(
  '/api/v1/comparisons/:slug/tailored-recommendation',
  answering(schemas.recommendation),
  async ({ params, body }, reply) => {
    const known = await scores(params.slug);
    return found(reply, known && recommend(known, body.weights));
  },
);
app.put('/api/v1/comparisons/:slug/draft/faqs/:faq', answering(schemas.faq, 201), async ({ params, body }, reply) => {
  const created = await newFaq(...faqValues(params.slug, params.faq, body));
  return created ? reply.code(201).send(created) : found(reply);
});

await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
