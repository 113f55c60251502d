// What both servers do with the database: one statement a read, and plain sums.
import { readFileSync } from 'node:fs';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });

const statement = (name) => ({
  name,
  text: readFileSync(new URL(`../sql/${name}.sql`, import.meta.url), 'utf8'),
});

/** Asks the statement of that name, prepared once per connection if so wanted; the JSON of its only row, if it has one. */
export function asking(name, { prepared = false } = {}) {
  const { text } = statement(name);
  return async (...values) => {
    const { rows } = await pool.query(prepared ? { name, text, values } : { text, values });
    return rows[0]?.body;
  };
}

/** Weighted sums of scores from 1 to 5; unnamed factors weigh nothing. */
export function recommend({ comparison, revision, factors }, asked) {
  const total = Object.values(asked).reduce((sum, weight) => sum + weight, 0);
  const weights = {};
  const sums = {};
  for (const { slug, scores } of factors) {
    const weight = (asked[slug] ?? 0) / total;
    weights[slug] = weight;
    for (const option in scores) {
      sums[option] = (sums[option] ?? 0) + (weight * (scores[option] - 1)) / 4;
    }
  }
  const ranking = Object.entries(sums)
    .sort(([, one], [, other]) => other - one)
    .map(([option, score], place) => ({ rank: place + 1, option, score }));
  return {
    comparison,
    revision,
    weights,
    ranking,
    winner: ranking[0].option,
    margin: ranking[0].score - ranking[1].score,
  };
}

/** The values of a new FAQ, in the order of its statement. */
export const faqValues = (comparison, slug, faq) => [
  comparison,
  slug,
  faq.question,
  faq.answer,
  faq.options ?? [],
  faq.factors ?? [],
  faq.useCases ?? [],
];
