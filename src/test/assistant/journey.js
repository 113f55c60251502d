// What an assistant does with this service, by the official SDK's client, which holds every answer against the tool's own
// output schema. Arguments: the address of the endpoint and, where reads are closed, a token.
import assert from "node:assert/strict";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";

const [address, token] = process.argv.slice(2);
const comparison = "nodejs-vs-python-backend";
const headers = token ? { Authorization: `Bearer ${token}` } : {};
const transport = new StreamableHTTPClientTransport(new URL(address), { requestInit: { headers } });
const client = new Client({ name: "journey", version: "1" });

const call = async (name, args) => {
  const result = await client.callTool({ name, arguments: args });
  assert(!result.isError, `${name}: ${result.content[0].text}`);
  assert.deepEqual(JSON.parse(result.content[0].text), result.structuredContent, `${name} says the same twice`);
  return result.structuredContent;
};
const refused = async (name, args, words) => {
  const result = await client.callTool({ name, arguments: args });
  assert(result.isError, `${name} should be refused`);
  assert.match(result.content[0].text, words);
};

await client.connect(transport);
assert.equal(transport.sessionId, undefined, "there are no sessions");
assert.equal(client.getServerVersion().name, "tradeoff");
assert.match(client.getInstructions(), /recommend/);

const { tools } = await client.listTools();
assert.deepEqual(tools.map((tool) => tool.name).sort(), [
  "list_claims", "list_comparisons", "read_comparison", "recommend", "search",
]);
for (const tool of tools) {
  assert(tool.title && tool.description && tool.inputSchema && tool.outputSchema, tool.name);
  const { readOnlyHint, destructiveHint, idempotentHint, openWorldHint } = tool.annotations;
  assert(readOnlyHint && idempotentHint && !destructiveHint && !openWorldHint, tool.name);
}

const { comparisons } = await call("list_comparisons", { technology: "python" });
assert(comparisons.some((each) => each.comparison === comparison));
const { hits } = await call("search", { query: "pyhton threads", limit: 3 });
assert.equal(hits.length, 3);
const digest = await call("read_comparison", { comparison });
assert(digest.factors.length > 0 && digest.citations.length > 0);
const { claims } = await call("list_claims", { comparison, metric: "requests-per-second" });
assert(claims.every((claim) => claim.source.title && claim.issues.length > 0));
const advice = await call("recommend", { comparison, useCases: ["real-time-applications"] });
const answered = await (await fetch(advice.url, { headers })).json();
assert.deepEqual(advice.ranking, answered.ranking, "the API answers the same figures");
assert.deepEqual(advice.robustness, answered.robustness);

await refused("recommend", { comparison, weights: { speed: 1 } }, /weights\/speed/);
await refused("read_comparison", { comparison: "cats-vs-dogs" }, /no comparison/);
await refused("search", {}, /query is missing/);

const { resources } = await client.listResources();
assert(resources.some((resource) => resource.uri === `tradeoff://comparisons/${comparison}`));
const { resourceTemplates } = await client.listResourceTemplates();
assert.equal(resourceTemplates[0].uriTemplate, "tradeoff://comparisons/{comparison}");
const { contents } = await client.readResource({ uri: `tradeoff://comparisons/${comparison}` });
assert.equal(JSON.parse(contents[0].text).comparison, comparison);
await assert.rejects(client.readResource({ uri: "tradeoff://comparisons/cats-vs-dogs" }), /no comparison/);

const { prompts } = await client.listPrompts();
assert.deepEqual(prompts.map((prompt) => prompt.name), ["decide"]);
const { messages } = await client.getPrompt({ name: "decide", arguments: { comparison, team: "Five who know Python." } });
assert.match(messages[0].content.text, /Five who know Python/);
const { completion } = await client.complete({
  ref: { type: "ref/prompt", name: "decide" },
  argument: { name: "comparison", value: "nodejs-vs" },
});
assert.deepEqual(completion.values, [comparison]);

await client.close();
console.log(`${tools.length} tools, ${resources.length} resources, ${prompts.length} prompt: fine`);
