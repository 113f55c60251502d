WITH hit AS (
    SELECT f.id, ts_rank(f.search, asked) AS score, count(*) OVER () AS total
    FROM faq f, websearch_to_tsquery('english', $1) AS asked
    WHERE f.search @@ asked
    ORDER BY score DESC, f.id
    LIMIT $2::integer
)
SELECT json_build_object(
    'items', coalesce(json_agg(json_build_object(
        'comparison', c.slug, 'href', '/api/v1/comparisons/' || c.slug || '/faqs/' || f.slug,
        'slug', f.slug, 'question', f.question, 'answer', f.answer, 'options', f.options, 'factors', f.factors,
        'useCases', f.use_cases, 'claims', json_build_array()) ORDER BY hit.score DESC, hit.id), '[]'),
    'page', json_build_object(
        'limit', $2::integer, 'next', CASE WHEN max(hit.total) > $2::integer THEN min(hit.score) END,
        'total', least(1000, coalesce(max(hit.total), 0)))) AS body
FROM hit JOIN faq f USING (id) JOIN comparison c ON c.id = f.comparison_id
