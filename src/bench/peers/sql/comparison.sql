SELECT json_build_object(
    'slug', c.slug, 'title', c.title, 'question', c.question, 'summary', c.summary, 'tags', c.tags,
    'revision', c.revision,
    'publishedAt', to_char(c.published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    'options', (
        SELECT coalesce(json_agg(json_build_object(
            'slug', o.slug, 'technology', o.technology, 'name', o.name, 'tagline', o.tagline, 'summary', o.summary,
            'bestFor', o.best_for, 'verdict', o.verdict) ORDER BY o.id), '[]')
        FROM option o WHERE o.comparison_id = c.id),
    'topics', (
        SELECT coalesce(json_agg(json_build_object('slug', t.slug, 'name', t.name, 'summary', t.summary) ORDER BY t.id), '[]')
        FROM topic t WHERE t.comparison_id = c.id),
    'factors', (
        SELECT coalesce(json_agg(json_build_object(
            'slug', f.slug, 'name', f.name, 'topic', t.slug, 'question', f.question, 'kind', f.kind, 'weight', f.weight,
            'scale', f.scale,
            'assessments', (
                SELECT coalesce(json_agg(json_build_object(
                    'option', o.slug, 'verdict', a.verdict, 'score', a.score, 'confidence', a.confidence,
                    'rationale', a.rationale, 'claims', json_build_array()) ORDER BY o.id), '[]')
                FROM assessment a JOIN option o ON o.id = a.option_id WHERE a.factor_id = f.id)) ORDER BY f.id), '[]')
        FROM factor f JOIN topic t ON t.id = f.topic_id WHERE f.comparison_id = c.id),
    'findings', json_build_array(),
    'useCases', (
        SELECT coalesce(json_agg(json_build_object(
            'slug', u.slug, 'name', u.name, 'description', u.description, 'examples', u.examples,
            'fits', (
                SELECT coalesce(json_agg(json_build_object('option', o.slug, 'fit', i.fit, 'rationale', i.rationale)
                    ORDER BY o.id), '[]')
                FROM fit i JOIN option o ON o.id = i.option_id WHERE i.use_case_id = u.id),
            'weights', (
                SELECT coalesce(json_object_agg(f.slug, w.weight ORDER BY f.id), '{}')
                FROM use_case_weight w JOIN factor f ON f.id = w.factor_id WHERE w.use_case_id = u.id)) ORDER BY u.id), '[]')
        FROM use_case u WHERE u.comparison_id = c.id),
    'claims', json_build_array(),
    'sources', json_build_array(),
    'faqs', (
        SELECT coalesce(json_agg(json_build_object(
            'slug', q.slug, 'question', q.question, 'answer', q.answer, 'options', q.options, 'factors', q.factors,
            'useCases', q.use_cases, 'claims', json_build_array()) ORDER BY q.id), '[]')
        FROM faq q WHERE q.comparison_id = c.id),
    'recommendations', json_build_array()) AS body
FROM comparison c
WHERE c.slug = $1
