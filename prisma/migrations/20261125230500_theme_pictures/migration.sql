-- Themes loaded before there were pictures get the ones the plan's content now names; what a person chose stays.
UPDATE "Theme"
SET "illustration" = chosen."name"
FROM (
  VALUES
    ('sound-finances', 'finances'),
    ('service-evolution', 'services'),
    ('collaboration', 'together'),
    ('public-facilities', 'facilities'),
    ('private-sector', 'business'),
    ('ict', 'network'),
    ('people-and-organization', 'people')
) AS chosen ("slug", "name")
WHERE "Theme"."slug" = chosen."slug" AND "Theme"."illustration" = 'square';
