"""The words that the generated knowledge is made of: what people write when they compare technologies."""


def _phrases(text):
    return [phrase.strip() for phrase in text.replace("\n", " ").split(",") if phrase.strip()]


NAME_BEGINNINGS = _phrases(
    """Alder, Basalt, Cobalt, Delta, Ember, Falcon, Granite, Harbor, Indigo, Juniper, Kestrel, Lumen, Marble, Nimbus,
    Onyx, Pebble, Quartz, Raven, Sable, Tundra, Umber, Vector, Willow, Xenon, Yarrow, Zephyr"""
)
NAME_ENDINGS = _phrases("DB, Queue, Cache, JS, Flow, Stack, Base, Mesh, Store, Forge, Script, Stream")

TOPICS = _phrases("Performance, Operations, Development, Ecosystem, Security, Data")

FACTORS = _phrases(
    """Raw throughput, Tail latency, Horizontal scaling, Learning curve, Hiring market, Library ecosystem, Operational effort,
    Failure recovery, Memory footprint, Start-up time, Type safety, Testing support, Observability, Security updates,
    Licence terms, Vendor independence, Data consistency, Schema evolution, Streaming support, Batch processing,
    Tooling quality, Documentation, Backward compatibility, Deployment model, Concurrency model, Cost of hosting"""
)

USE_CASES = _phrases(
    """Internal tools, Public APIs, Real-time dashboards, Event pipelines, Online shops, Mobile backends, Data warehouses,
    Machine learning services, Payment processing, Content platforms, Device telemetry, Chat and collaboration,
    Search portals, Booking systems, Batch reporting, Identity services"""
)

THINGS = _phrases(
    """connection pooling, schema migration, garbage collection, cold start, load balancing, background jobs, message ordering,
    retry budget, circuit breaker, rate limiting, session storage, cache invalidation, full text search, secondary indexes,
    write amplification, replication lag, leader election, distributed tracing, structured logging, health checks,
    rolling upgrades, blue green deployment, feature flags, access tokens, role based permissions, audit trail,
    input validation, dependency injection, code generation, hot reload, unit tests, contract tests, load tests,
    memory leaks, thread pools, event loop, back pressure, batch inserts, prepared statements, query planner,
    object mapping, document storage, time series, partition keys, consumer groups, exactly once delivery,
    dead letter queue, webhook delivery, file uploads, image processing, template rendering, static assets,
    content compression, certificate rotation, secret management, encryption at rest, backup and restore,
    disaster recovery, capacity planning, cost monitoring, container images, package updates, licence audit,
    type inference, null safety, error handling, pagination, bulk import, data export, reporting queries,
    geographic queries, graph traversal, vector similarity, stream joins, windowed aggregates, change capture,
    configuration reload, service discovery, mutual authentication, request routing, long polling, server push"""
)

QUALITIES = _phrases(
    """throughput, latency, reliability, simplicity, memory use, maintainability, predictability, portability, security,
    consistency, availability, compatibility, readability, cost, flexibility, durability, testability, isolation,
    startup speed, developer experience, scalability, transparency, stability, traceability, energy use"""
)

SITUATIONS = _phrases(
    """under heavy traffic, in a small team, during a deployment, on a single machine, across several regions,
    with strict compliance rules, behind a corporate proxy, on shared hosting, in a monorepo, with legacy clients,
    after a network partition, at the end of the month, in a regulated industry, with seasonal peaks,
    on cheap hardware, in the first year, with many tenants, when the database is slow, when a node dies,
    with large payloads, on mobile networks, without a dedicated platform team, with remote developers,
    in continuous integration, during an audit, while data grows, with unreliable suppliers, in batch windows"""
)

ADVICE = _phrases(
    """measure before tuning, start with the defaults, keep transactions short, pin the versions, rehearse the recovery,
    separate reads from writes, cap the queue length, prefer idempotent handlers, watch the slowest percentile,
    budget time for upgrades, write the runbook first, isolate noisy neighbours, set explicit timeouts,
    review the access rules, automate the rollback, profile with production data, document the trade-off,
    avoid clever abstractions, train the whole team, limit the blast radius, test with realistic volumes,
    archive what nobody reads, keep the schema boring, share one convention"""
)

CAUSES = _phrases(
    """blocking calls, missing indexes, unbounded queues, chatty protocols, oversized objects, lock contention,
    clock drift, unclear ownership, stale documentation, hidden coupling, excessive logging, slow disks,
    wrong defaults, manual steps, version skew, expired certificates, leaking handles, skewed partitions,
    serialisation overhead, cascading retries, untested backups, shared state, implicit conversions, vendor limits"""
)

AUDIENCES = _phrases(
    """startups, banks, agencies, hospitals, retailers, universities, publishers, logistics companies, game studios,
    public authorities, research groups, manufacturers, insurers, telecom operators, media houses, consultancies"""
)
