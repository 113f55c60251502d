WITH page AS (SELECT * FROM comparison WHERE slug > $1 ORDER BY slug LIMIT $2::integer)
SELECT json_build_object(
    'items', coalesce(json_agg(json_build_object(
        'slug', p.slug, 'href', '/api/v1/comparisons/' || p.slug, 'title', p.title, 'question', p.question,
        'summary', p.summary,
        'options', (
            SELECT json_agg(json_build_object('slug', o.slug, 'technology', o.technology, 'name', o.name) ORDER BY o.id)
            FROM option o WHERE o.comparison_id = p.id),
        'tags', p.tags, 'revision', p.revision,
        'publishedAt', to_char(p.published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')) ORDER BY p.slug), '[]'),
    'page', json_build_object(
        'limit', $2::integer, 'next', CASE WHEN count(*) = $2::integer THEN max(p.slug) END,
        'total', (SELECT count(*) FROM (SELECT FROM comparison LIMIT 1000) AS counted))) AS body
FROM page p
