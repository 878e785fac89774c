"""How a hit of each kind is told: one statement each, which takes the ids of the window as JSON.

All give id, title, day (text or milliseconds), weight (the heavier stands first among names) and subtitle,
in this order.
"""

from types import MappingProxyType

_ORGANISATION = """
SELECT o.id, o.name AS title, NULL AS day, o.population AS weight,
       o.district || CASE WHEN s.label_de IS NULL THEN '' ELSE ' · ' || s.label_de END AS subtitle
FROM organisation o LEFT JOIN vocabulary s ON s.list_key='state' AND s.code=o.state
WHERE o.id IN (SELECT value FROM json_each(?)) AND o.deleted_at IS NULL
"""
_PERSON = """
SELECT p.id, trim(p.degree || ' ' || p.given_name || ' ' || p.family_name) AS title, NULL AS day, 0 AS weight,
       (SELECT trim(a.function || CASE WHEN o.name IS NULL THEN '' ELSE ' · ' || o.name END, ' ·')
        FROM affiliation a LEFT JOIN organisation o ON o.id=a.organisation_id
        WHERE a.person_id=p.id AND a.deleted_at IS NULL AND a.valid_to IS NULL
        ORDER BY a.is_primary DESC, a.id LIMIT 1) AS subtitle
FROM person p
WHERE p.id IN (SELECT value FROM json_each(?)) AND p.deleted_at IS NULL AND p.restricted_at IS NULL
      AND p.merged_into_id IS NULL
"""
_PROJECT = """
SELECT p.id, p.title, NULL AS day, p.population AS weight,
       trim(coalesce(nullif(p.project_name,''), p.working_title)
            || coalesce(' · ' || c.code, ''), ' ·') AS subtitle
FROM project p LEFT JOIN cohort c ON c.id=p.cohort_id
WHERE p.id IN (SELECT value FROM json_each(?)) AND p.deleted_at IS NULL
"""
_CASE = """
SELECT c.id, c.subject AS title, c.received_on AS day, 0 AS weight,
       c.number || coalesce(' · ' || o.name, '') AS subtitle
FROM advisory_case c LEFT JOIN organisation o ON o.id=c.organisation_id
WHERE c.id IN (SELECT value FROM json_each(?)) AND c.deleted_at IS NULL
"""
_EVENT = """
SELECT id, title, starts_at AS day, starts_at AS weight, venue AS subtitle
FROM event WHERE id IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL
"""
_MEASURE = """
SELECT m.id, m.title, NULL AS day, 0 AS weight, coalesce(p.title, '') AS subtitle
FROM measure m LEFT JOIN project p ON p.id=m.project_id
WHERE m.id IN (SELECT value FROM json_each(?)) AND m.deleted_at IS NULL
"""
_NOTE = """
SELECT n.id, coalesce(nullif(n.title,''), substr(n.text,1,90)) AS title, n.happened_at AS day, 0 AS weight,
       trim(coalesce(c.number,'') || ' ' || coalesce(o.name,'')) AS subtitle
FROM note n LEFT JOIN advisory_case c ON c.id=n.case_id
     LEFT JOIN organisation o ON o.id=coalesce(n.organisation_id, c.organisation_id)
WHERE n.id IN (SELECT value FROM json_each(?)) AND n.deleted_at IS NULL
"""
_TASK = """
SELECT t.id, t.title, t.due_on AS day, 0 AS weight,
       trim(coalesce(c.number,'') || ' ' || coalesce(c.subject,'')) AS subtitle
FROM task t LEFT JOIN advisory_case c ON c.id=t.case_id
WHERE t.id IN (SELECT value FROM json_each(?)) AND t.deleted_at IS NULL
"""
_DOCUMENT = """
SELECT id, title, dated_on AS day, 0 AS weight, origin AS subtitle
FROM document WHERE id IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL
"""
_KNOWLEDGE = """
SELECT id, title, as_of AS day, 0 AS weight, origin AS subtitle
FROM knowledge_item WHERE id IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL
"""
STATEMENTS = MappingProxyType(
    {
        "organisation": _ORGANISATION,
        "person": _PERSON,
        "project": _PROJECT,
        "advisory_case": _CASE,
        "event": _EVENT,
        "measure": _MEASURE,
        "note": _NOTE,
        "task": _TASK,
        "document": _DOCUMENT,
        "knowledge_item": _KNOWLEDGE,
    }
)
