import assert from "node:assert/strict";
import createClient from "openapi-fetch";
import type { components, paths } from "./tradeoff.js";

const tradeoff = createClient<paths>({ baseUrl: process.env.TRADEOFF ?? "http://localhost:8080" });
const path = { comparison: "nodejs-vs-python-backend" };

async function everyComparison(): Promise<components["schemas"]["ComparisonSummary"][]> {
  const found: components["schemas"]["ComparisonSummary"][] = [];
  let cursor: string | undefined;
  do {
    const { data } = await tradeoff.GET("/api/v1/comparisons", { params: { query: { limit: 1, cursor } } });
    assert.ok(data);
    found.push(...data.items);
    cursor = data.page.next ?? undefined;
  } while (cursor);
  return found;
}

// All pages of a list.
const comparisons = await everyComparison();
assert.ok(comparisons.some((comparison) => comparison.slug === path.comparison));

// One comparison, and that nothing has changed since.
const whole = await tradeoff.GET("/api/v1/comparisons/{comparison}", { params: { path } });
assert.ok(whole.data);
const slowest = whole.data.claims.find((claim) => claim.metric === "requests-per-second");
assert.equal(typeof slowest?.value, "number");
const tag = whole.response.headers.get("ETag");
assert.ok(tag);
const again = await tradeoff.GET("/api/v1/comparisons/{comparison}", {
  params: { path },
  headers: { "If-None-Match": tag },
});
assert.equal(again.response.status, 304);

// A recommendation, and the same by its link.
const asked: components["schemas"]["RequirementsInput"] = {
  weights: { concurrency: 5, ecosystem: 2 },
  constraints: [{ factor: "ecosystem", minimum: 2 }],
};
const answer = await tradeoff.POST("/api/v1/comparisons/{comparison}/tailored-recommendation", {
  params: { path },
  body: asked,
});
assert.ok(answer.data);
assert.equal(answer.data.ranking[0]?.option, answer.data.winner);
const linked = await tradeoff.GET("/api/v1/comparisons/{comparison}/tailored-recommendation", {
  params: { path, query: { weight: { concurrency: 5, ecosystem: 2 }, minimum: { ecosystem: 2 } } },
});
assert.ok(linked.data);
assert.deepEqual(linked.data.ranking, answer.data.ranking);

// A search, despite a typo.
const hits = await tradeoff.GET("/api/v1/search", { params: { query: { q: "pyhton threads", kind: ["claim", "faq"] } } });
assert.ok(hits.data);
assert.ok(hits.data.items.length > 0);
assert.ok(hits.data.items.every((hit) => hit.kind === "claim" || hit.kind === "faq"));

// A problem says what to mend.
const wrong = await tradeoff.POST("/api/v1/comparisons/{comparison}/tailored-recommendation", {
  params: { path },
  body: { weights: { "no-such-factor": 1 } },
});
assert.equal(wrong.response.status, 422);
assert.equal(wrong.error?.type, "/problems/broken-rules");
assert.match(wrong.error?.errors?.[0]?.pointer ?? "", /^\/weights\//);
const nothing = await tradeoff.GET("/api/v1/comparisons/{comparison}", { params: { path: { comparison: "no-such" } } });
assert.equal(nothing.error?.status, 404);

console.log("journey made");
