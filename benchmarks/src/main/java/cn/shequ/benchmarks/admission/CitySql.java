package cn.shequ.benchmarks.admission;

import java.util.List;

/** The statements that write one city; words in braces are put in by {@link CityFill}. */
final class CitySql {

    /** In this order. */
    static final List<String> CITY = List.of(
            """
            INSERT INTO division (code, name, level, kind, parent, valid_from)
            SELECT '{prefix}' || substr(code, 5), name, level, kind, '{prefix}' || substr(parent, 5), '2011-01-01'
            FROM real_division WHERE level <> 'COMMUNITY' OR number <= {communities}""", """
            INSERT INTO division_ancestry (descendant, ancestor, valid_from)
            WITH RECURSIVE chain AS (
              SELECT code AS descendant, code AS ancestor FROM division WHERE code LIKE '{prefix}%'
              UNION ALL SELECT c.descendant, d.parent FROM chain c JOIN division d ON d.code = c.ancestor
              WHERE d.parent IS NOT NULL)
            SELECT descendant, ancestor, '2011-01-01' FROM chain""", """
            INSERT INTO filled_community
            SELECT number, code, '-8000-' || lpad(to_hex(number), 12, '0')
            FROM (SELECT row_number() OVER (ORDER BY code) AS number, code FROM division WHERE level = 'COMMUNITY' AND code LIKE '{prefix}%') c""", """
            INSERT INTO department (credit_code, division, name_zh, category, affiliation_level)
            SELECT code, '{city}', '演示部门' || number, 'COOPERATING_DEPARTMENT', 'CITY'
            FROM unnest('{departments}'::text[]) WITH ORDINALITY d (code, number)""", """
            INSERT INTO filled_task
            SELECT n, start, (start || '0-8000-000000000000')::uuid, ('{departments}'::text[])[1 + n % {bodies}], ('{matters}'::text[])[1 + n], kind,
                   CASE kind WHEN 'ENDED' THEN DATE '{today}' - 400 WHEN 'FUTURE' THEN DATE '{today}' + 30 ELSE DATE '{year}' END,
                   CASE kind WHEN 'ENDED' THEN DATE '{today}' - 30 WHEN 'FUTURE' THEN DATE '{today}' + 400
                     ELSE DATE '{year}' + interval '1 year' * (1 + n % 2) - interval '1 day' END
            FROM (SELECT n, CASE WHEN n < 190 THEN 'CURRENT' WHEN n < 195 THEN 'ENDED' WHEN n < 198 THEN 'FUTURE'
                              ELSE 'LEFT' END AS kind,
                    lpad(to_hex({number}), 8, '0') || '-' || lpad(to_hex(n), 4, '0') || '-700' AS start
                  FROM generate_series(0, {tasks} - 1) n) t""", "ANALYZE filled_task, filled_community", """
            INSERT INTO task_application (id, department, division, stage, round, title, domain, exceptional_grounds, legal_basis,
              content, objects, authority, valid_from, valid_to, workload, payer, funding_basis, submitted_on, signed_on,
              review_by, review_rule, leader_by, leader_rule, decided_by, decided_because)
            SELECT id, department, '{city}', 'SIGNED', 1, '老年人健康体检登记' || n, nullif(matter, 'EXCEPTIONAL'),
                   CASE matter WHEN 'EXCEPTIONAL' THEN '重大事项' END, '基本公共卫生服务规范', '通知并登记辖区内应参加的居民，汇总后报送',
                   '65岁及以上常住居民', '登记、通知，不得收费，不得要求居民提交证明', valid_from, valid_to, '每年120小时', department,
                   '120小时×25元', valid_from - 60, valid_from - 30, valid_from - 39, 'admission.review-within@1',
                   valid_from - 32, 'admission.escalation-within@1', '{city}',
                   'SAME_LEVEL'
            FROM filled_task""", """
            INSERT INTO filled_placement
            SELECT t.n, c.number, (t.start || '1' || c.tail)::uuid, (t.start || '2' || c.tail)::uuid, t.id, t.department, c.code,
                   t.matter, {stage}, t.valid_from, t.valid_to,
                   CASE WHEN t.kind = 'CURRENT' AND t.n % 2 = 1 AND (t.n + c.number) % 20 > 1
                     THEN DATE '{year}' + interval '1 year 30 days' END,
                   CASE WHEN t.kind = 'CURRENT' THEN t.n % 2 ELSE 0 END
            FROM filled_task t CROSS JOIN filled_community c ORDER BY t.n, c.number""", """
            INSERT INTO placement (id, application_id, department, community, matter, stage, valid_from, valid_to,
              funded_through)
            SELECT id, application, department, community, matter, stage, valid_from, valid_to, funded_through
            FROM filled_placement ORDER BY n, number""", """
            INSERT INTO placement_funding (placement_id, funding_year, working_funds, labour_fees, conditions, pay_by, obligation,
              settled_on)
            SELECT id, extract(year FROM valid_from) + y, 3000, 0, 0, valid_from - 15 + y * 365,
                   CASE WHEN y = 0 THEN obligation END,
                   CASE WHEN y = 0 AND stage IN ('ACTIVE', 'EXPIRED') THEN valid_from - 20 END
            FROM filled_placement CROSS JOIN LATERAL generate_series(0, further_years) y ORDER BY n, number, y""", """
            INSERT INTO exit_proposal (id, application_id, territory, communities, communities_share, communities_rule, division,
              decided_because, stage, side, proposed_by, proposed_on, effect, position_by, position_rule, position, statement,
              stated_by, stated_on, filing, decided_on)
            SELECT (t.start || '3' || c.tail)::uuid, t.id, c.code, 1, 50, 'exit.rejecting-communities@1', '{city}',
                   'SAME_LEVEL', 'APPROVED', 'COMMUNITY', 'fill', t.valid_from, '效果不佳', t.valid_from + 15,
                   'exit.position-within@1', 'AGREES', '同意', 'fill', t.valid_from, t.n || '-' || c.number, t.valid_from
            FROM filled_task t CROSS JOIN filled_community c WHERE t.kind = 'LEFT'""", """
            INSERT INTO exit_proposal_placement (exit_id, placement_id, application_id, entered, open, held_on, ballots, rejecting,
              rejection_share, rejection_rule)
            SELECT (t.start || '3' || c.tail)::uuid, (t.start || '1' || c.tail)::uuid, t.id, true, false, t.valid_from, 100, 80,
                   50, 'exit.rejection-share@1'
            FROM filled_task t CROSS JOIN filled_community c WHERE t.kind = 'LEFT'""", """
            INSERT INTO exit_decision (exit_id, round, outcome, eligible, votes_for, votes_against, abstained, quorum_rule,
              majority_rule, decided_on)
            SELECT (t.start || '3' || c.tail)::uuid, 1, 'FOR', 5, 5, 0, 0, 'fill@1', 'fill@1', t.valid_from
            FROM filled_task t CROSS JOIN filled_community c WHERE t.kind = 'LEFT'""", """
            UPDATE placement p SET stage = 'EXITED', exit_id = (t.start || '3' || c.tail)::uuid, exited_on = t.valid_from
            FROM filled_task t CROSS JOIN filled_community c
            WHERE t.kind = 'LEFT' AND p.id = (t.start || '1' || c.tail)::uuid""");

    /** As if it had been signed then, and not now; of the first city only, because nobody asks about the past of the others. */
    static final List<String> PAST =
            List.of("DELETE FROM placement_state s USING filled_placement p WHERE s.placement_id = p.id", """
            INSERT INTO placement_state (placement_id, since, department, stage, funded_through)
            SELECT p.id, state.since, p.department, state.stage, p.funded_through
            FROM placement p JOIN filled_placement f ON f.id = p.id
              CROSS JOIN LATERAL (
                SELECT p.valid_from - 30, CASE WHEN p.stage IN ('EXITED', 'EXPIRED') THEN 'ACTIVE' ELSE p.stage END
                UNION ALL SELECT p.exited_on, 'EXITED' WHERE p.stage = 'EXITED'
                UNION ALL SELECT p.valid_to + 1, 'EXPIRED' WHERE p.stage = 'EXPIRED') state (since, stage)
            ORDER BY p.id, state.since""");

    /** How a placement stands. */
    static final String STAGE = """
            CASE WHEN t.kind = 'ENDED' THEN 'EXPIRED' WHEN t.kind <> 'CURRENT' THEN 'ACTIVE'
              WHEN (t.n + c.number) % 20 = 0 THEN 'AWAITING_FUNDS' WHEN (t.n + c.number) % 20 = 1 THEN 'FUNDS_LAPSED'
              ELSE 'ACTIVE' END""";

    private CitySql() {}
}
