SELECT json_build_object(
    'comparison', c.slug, 'revision', c.revision,
    'factors', (
        SELECT json_agg(json_build_object('slug', f.slug, 'scores', (
            SELECT json_object_agg(o.slug, a.score ORDER BY o.id)
            FROM assessment a JOIN option o ON o.id = a.option_id WHERE a.factor_id = f.id)) ORDER BY f.id)
        FROM factor f WHERE f.comparison_id = c.id)) AS body
FROM comparison c
WHERE c.slug = $1
