INSERT INTO faq (comparison_id, slug, question, answer, options, factors, use_cases)
SELECT id, $2, $3, $4, $5::text[], $6::text[], $7::text[] FROM comparison WHERE slug = $1
RETURNING json_build_object(
    'slug', slug, 'question', question, 'answer', answer, 'options', options, 'factors', factors,
    'useCases', use_cases, 'claims', json_build_array()) AS body
