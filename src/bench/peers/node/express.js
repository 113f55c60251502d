import express from 'express';
import { asking, faqValues, recommend } from './knowledge.js';

const comparison = asking('comparison');
const list = asking('list');
const faqs = asking('faqs');
const scores = asking('scores');
const newFaq = asking('new-faq');
const rendered = new Map();

const app = express();
app.use(express.json());

const found = (response, body) => (body ? response.json(body) : response.status(404).json({ status: 404 }));

app.get('/api/v1/comparisons', async ({ query }, response) => {
  response.json(await list(query.cursor ?? '', Number(query.limit ?? 20)));
});
app.get('/api/v1/comparisons/:slug', async ({ params }, response) => {
  found(response, await comparison(params.slug));
});
app.get('/cached/comparisons/:slug', async ({ params }, response) => {
  let body = rendered.get(params.slug);
  if (!body) {
    body = JSON.stringify(await comparison(params.slug));
    rendered.set(params.slug, body);
  }
  response.type('json').send(body);
});
app.get('/api/v1/faqs', async ({ query }, response) => {
  response.json(await faqs(query.q, Number(query.limit ?? 20)));
});
app.post('/api/v1/comparisons/:slug/tailored-recommendation', async ({ params, body }, response) => {
  const known = await scores(params.slug);
  found(response, known && recommend(known, body.weights));
});
app.put('/api/v1/comparisons/:slug/draft/faqs/:faq', async ({ params, body }, response) => {
  const created = await newFaq(...faqValues(params.slug, params.faq, body));
  found(response.status(201), created);
});

app.listen(Number(process.env.PORT), '127.0.0.1');
