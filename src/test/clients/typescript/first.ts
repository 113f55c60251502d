import createClient from "openapi-fetch";
import type { paths } from "./tradeoff.js";

const tradeoff = createClient<paths>({ baseUrl: process.env.TRADEOFF ?? "http://localhost:8080" });
const { data, error } = await tradeoff.POST("/api/v1/comparisons/{comparison}/tailored-recommendation", {
  params: { path: { comparison: "nodejs-vs-python-backend" } },
  body: { useCases: ["real-time-applications"], experience: { nodejs: "good" } },
});
if (error) throw new Error(error.detail);
console.log(`${data.winner} (${data.verdict}), from ${data.evidence?.claims.length ?? 0} claims`);
