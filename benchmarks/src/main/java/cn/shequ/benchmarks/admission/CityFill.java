package cn.shequ.benchmarks.admission;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.postgresql.PGConnection;

/**
 * Writes cities with what was signed for them into the database, inside the server. How each placement stood since it was
 * signed is written, too, as if it had been signed then. Steps, votes and trail of the applications are left out: no check
 * reads them.
 */
final class CityFill {

    private static final String DIVISIONS = "/territory/changchun-divisions.csv";

    private static final List<String> STATEMENTS = List.of(
            """
            INSERT INTO division (code, name, level, kind, parent, valid_from)
            SELECT '{prefix}' || substr(code, 5), name, level, kind, '{prefix}' || substr(parent, 5), '2011-01-01'
            FROM real_division WHERE level <> 'COMMUNITY' OR number <= {communities}""",
            """
            INSERT INTO division_ancestry (descendant, ancestor, valid_from)
            WITH RECURSIVE chain AS (
              SELECT code AS descendant, code AS ancestor FROM division WHERE code LIKE '{prefix}%'
              UNION ALL SELECT c.descendant, d.parent FROM chain c JOIN division d ON d.code = c.ancestor
              WHERE d.parent IS NOT NULL)
            SELECT descendant, ancestor, '2011-01-01' FROM chain""",
            """
            INSERT INTO filled_community
            SELECT number, code, '-8000-' || lpad(to_hex(number), 12, '0')
            FROM (SELECT row_number() OVER (ORDER BY code) AS number, code FROM division WHERE level = 'COMMUNITY' AND code LIKE '{prefix}%') c""",
            """
            INSERT INTO department (credit_code, division, name_zh, category, affiliation_level)
            SELECT code, '{city}', '演示部门' || number, 'COOPERATING_DEPARTMENT', 'CITY'
            FROM unnest('{departments}'::text[]) WITH ORDINALITY d (code, number)""",
            """
            INSERT INTO filled_task
            SELECT n, start, (start || '0-8000-000000000000')::uuid, ('{departments}'::text[])[1 + n % {bodies}], ('{matters}'::text[])[1 + n], kind,
                   CASE kind WHEN 'ENDED' THEN DATE '{today}' - 400 WHEN 'FUTURE' THEN DATE '{today}' + 30 ELSE DATE '{year}' END,
                   CASE kind WHEN 'ENDED' THEN DATE '{today}' - 30 WHEN 'FUTURE' THEN DATE '{today}' + 400
                     ELSE DATE '{year}' + interval '1 year' * (1 + n % 2) - interval '1 day' END
            FROM (SELECT n, CASE WHEN n < 190 THEN 'CURRENT' WHEN n < 195 THEN 'ENDED' WHEN n < 198 THEN 'FUTURE'
                              ELSE 'LEFT' END AS kind,
                    lpad(to_hex({number}), 8, '0') || '-' || lpad(to_hex(n), 4, '0') || '-700' AS start
                  FROM generate_series(0, {tasks} - 1) n) t""",
            "ANALYZE filled_task, filled_community",
            """
            INSERT INTO task_application (id, department, division, stage, round, title, domain, exceptional_grounds, legal_basis,
              content, objects, authority, valid_from, valid_to, workload, payer, funding_basis, submitted_on, signed_on,
              review_by, review_rule, leader_by, leader_rule, decided_by, decided_because)
            SELECT id, department, '{city}', 'SIGNED', 1, '老年人健康体检登记' || n, nullif(matter, 'EXCEPTIONAL'),
                   CASE matter WHEN 'EXCEPTIONAL' THEN '重大事项' END, '基本公共卫生服务规范', '通知并登记辖区内应参加的居民，汇总后报送',
                   '65岁及以上常住居民', '登记、通知，不得收费，不得要求居民提交证明', valid_from, valid_to, '每年120小时', department,
                   '120小时×25元', valid_from - 60, valid_from - 30, valid_from - 39, 'admission.review-within@1',
                   valid_from - 32, 'admission.escalation-within@1', '{city}',
                   'SAME_LEVEL'
            FROM filled_task""",
            """
            INSERT INTO placement (id, application_id, department, community, matter, stage, valid_from, valid_to,
              funded_through)
            SELECT (t.start || '1' || c.tail)::uuid, t.id, t.department, c.code, t.matter, {stage}, t.valid_from, t.valid_to,
                   CASE WHEN t.kind = 'CURRENT' AND t.n % 2 = 1 AND (t.n + c.number) % 20 > 1
                     THEN DATE '{year}' + interval '1 year 30 days' END
            FROM filled_task t CROSS JOIN filled_community c ORDER BY t.n, c.number""",
            """
            INSERT INTO placement_funding (placement_id, funding_year, working_funds, labour_fees, conditions, pay_by, obligation,
              settled_on)
            SELECT p.id, extract(year FROM p.valid_from) + y, 3000, 0, 0, p.valid_from - 15 + y * 365,
                   CASE WHEN y = 0 THEN (t.start || '2' || c.tail)::uuid END,
                   CASE WHEN y = 0 AND p.stage IN ('ACTIVE', 'EXPIRED') THEN p.valid_from - 20 END
            FROM placement p JOIN filled_task t ON t.id = p.application_id JOIN filled_community c ON c.code = p.community
              CROSS JOIN LATERAL generate_series(0, CASE WHEN t.kind = 'CURRENT' THEN t.n % 2 ELSE 0 END) y""",
            """
            INSERT INTO exit_proposal (id, application_id, territory, communities, communities_share, communities_rule, division,
              decided_because, stage, side, proposed_by, proposed_on, effect, position_by, position_rule, position, statement,
              stated_by, stated_on, filing, decided_on)
            SELECT (t.start || '3' || c.tail)::uuid, t.id, c.code, 1, 50, 'exit.rejecting-communities@1', '{city}',
                   'SAME_LEVEL', 'APPROVED', 'COMMUNITY', 'fill', t.valid_from, '效果不佳', t.valid_from + 15,
                   'exit.position-within@1', 'AGREES', '同意', 'fill', t.valid_from, t.n || '-' || c.number, t.valid_from
            FROM filled_task t CROSS JOIN filled_community c WHERE t.kind = 'LEFT'""",
            """
            INSERT INTO exit_proposal_placement (exit_id, placement_id, application_id, entered, open, held_on, ballots, rejecting,
              rejection_share, rejection_rule)
            SELECT (t.start || '3' || c.tail)::uuid, (t.start || '1' || c.tail)::uuid, t.id, true, false, t.valid_from, 100, 80,
                   50, 'exit.rejection-share@1'
            FROM filled_task t CROSS JOIN filled_community c WHERE t.kind = 'LEFT'""",
            """
            INSERT INTO exit_decision (exit_id, round, outcome, eligible, votes_for, votes_against, abstained, quorum_rule,
              majority_rule, decided_on)
            SELECT id, 1, 'FOR', 5, 5, 0, 0, 'fill@1', 'fill@1', decided_on FROM exit_proposal WHERE division = '{city}'""",
            """
            UPDATE placement p SET stage = 'EXITED', exit_id = e.id, exited_on = e.decided_on
            FROM exit_proposal e JOIN exit_proposal_placement c ON c.exit_id = e.id
            WHERE c.placement_id = p.id AND e.division = '{city}'""",
            """
            DELETE FROM placement_state s USING placement p JOIN filled_task t ON t.id = p.application_id
            WHERE s.placement_id = p.id""",
            """
            INSERT INTO placement_state (placement_id, since, department, stage, funded_through)
            SELECT p.id, state.since, p.department, state.stage, p.funded_through
            FROM placement p JOIN filled_task t ON t.id = p.application_id
              CROSS JOIN LATERAL (
                SELECT p.valid_from - 30, CASE WHEN p.stage IN ('EXITED', 'EXPIRED') THEN 'ACTIVE' ELSE p.stage END
                UNION ALL SELECT p.exited_on, 'EXITED' WHERE p.stage = 'EXITED'
                UNION ALL SELECT p.valid_to + 1, 'EXPIRED' WHERE p.stage = 'EXPIRED') state (since, stage)
            ORDER BY p.id, state.since""");

    private static final String STAGE = """
            CASE WHEN t.kind = 'ENDED' THEN 'EXPIRED' WHEN t.kind <> 'CURRENT' THEN 'ACTIVE'
              WHEN (t.n + c.number) % 20 = 0 THEN 'AWAITING_FUNDS' WHEN (t.n + c.number) % 20 = 1 THEN 'FUNDS_LAPSED'
              ELSE 'ACTIVE' END""";

    private final Connection connection;
    private final int communities;
    private final LocalDate today;

    /**
     * @param connection of a superuser
     * @param communities how many each city has at most
     */
    CityFill(Connection connection, int communities, LocalDate today) throws IOException, SQLException {
        this.connection = connection;
        this.communities = communities;
        this.today = today;
        try (Statement sql = connection.createStatement();
                InputStream file = CityFill.class.getResourceAsStream(DIVISIONS)) {
            if (file == null) {
                throw new IOException("the territory's file is not there: " + DIVISIONS);
            }
            sql.execute("CREATE TEMP TABLE read_division (code text, name text, level text, kind text, parent text)");
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY read_division FROM STDIN (FORMAT csv, HEADER)", file);
            sql.execute("""
                    CREATE TEMP TABLE real_division AS
                    SELECT *, row_number() OVER (PARTITION BY level ORDER BY code) AS number FROM read_division""");
            sql.execute("""
                    CREATE TEMP TABLE filled_task (n int, start text, id uuid, department text, matter text, kind text, valid_from date,
                      valid_to date)""");
            sql.execute("CREATE TEMP TABLE filled_community (number bigint, code char(12), tail text)");
        }
    }

    /**
     * Writes one city.
     *
     * @param guarded whether every trigger and foreign key is in force; without, the tables' other constraints are
     */
    City write(int number, boolean guarded) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement sql = connection.createStatement()) {
            sql.execute("SET LOCAL session_replication_role = " + (guarded ? "origin" : "replica"));
            sql.execute("TRUNCATE filled_task, filled_community");
            for (String statement : STATEMENTS) {
                sql.execute(told(statement, number));
            }
            City city = new City(number, City.departments(number), communities(sql));
            connection.commit();
            return city;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private static List<String> communities(Statement sql) throws SQLException {
        List<String> codes = new ArrayList<>();
        try (ResultSet row = sql.executeQuery("SELECT code FROM filled_community ORDER BY number")) {
            while (row.next()) {
                codes.add(row.getString(1));
            }
        }
        return List.copyOf(codes);
    }

    private String told(String statement, int number) {
        return statement
                .replace("{stage}", STAGE)
                .replace("{prefix}", "" + City.prefix(number))
                .replace("{city}", City.prefix(number) + "00000000")
                .replace("{departments}", City.departments(number).stream().collect(Collectors.joining(",", "{", "}")))
                .replace(
                        "{matters}",
                        IntStream.range(0, City.TASKS)
                                .mapToObj(City::matter)
                                .collect(Collectors.joining(",", "{", "}")))
                .replace("{bodies}", "" + City.DEPARTMENTS)
                .replace("{tasks}", "" + City.TASKS)
                .replace("{communities}", "" + communities)
                .replace("{number}", "" + number)
                .replace("{today}", today.toString())
                .replace("{year}", today.withDayOfYear(1).toString());
    }
}
