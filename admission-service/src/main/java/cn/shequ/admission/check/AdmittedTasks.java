package cn.shequ.admission.check;

import cn.shequ.admission.placement.AmountDue;
import cn.shequ.admission.placement.PlacementStage;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.money.Money;
import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** Reads placements with what was approved. */
@ApplicationScoped
class AdmittedTasks {

    /** More placements of one matter between one body and one community than any city has. */
    private static final int MOST = 50;

    /** Placements {@code p} with what the approval states: how they stand is in 1; 2 are more columns, 3 is where they are. */
    private static final String SELECT = """
            SELECT %2$s p.id AS placement, p.application_id AS application, %1$s.department, d.name_zh AS department_name, p.matter,
                   a.title, a.content, a.objects, a.authority, p.valid_from, p.valid_to, %1$s.stage, %1$s.funded_through, %1$s.funding_rule,
                   CASE %1$s.stage WHEN 'EXITED' THEN p.exited_on END AS exited_on
            FROM %3$s
            JOIN task_application a ON a.id = p.application_id
            JOIN department d ON d.credit_code = %1$s.department
            """;

    /** How a placement stands is in its row. */
    private static final String NOW = SELECT.formatted("p", "", "placement p");

    /** How it stood when a day was over is the last of its states until then. */
    private static final String THEN = SELECT.formatted("s", "", """
            placement p
            JOIN LATERAL (SELECT department, stage, funded_through, funding_rule FROM placement_state
                          WHERE placement_id = p.id AND since < q.day_over ORDER BY id DESC LIMIT 1) s ON TRUE""");

    /**
     * Of each subject or community that is asked about, with what is owed next, where there may be something that is not paid; of
     * each matter no more than the most. What ends last comes first. Rows are numbered within each, so that PostgreSQL
     * looks up each by itself; of fifty communities at once it would read the whole table.
     */
    private static final String NOW_FOR_EACH =
            SELECT.formatted("p", "q.place, p.funding_year, p.amount_due, p.pay_by,", """
            %2$s
            CROSS JOIN LATERAL (
              SELECT p.*, due.funding_year, due.amount_due, due.pay_by,
                     row_number() OVER (PARTITION BY p.department, p.matter ORDER BY p.valid_to DESC, p.id) AS rank
              FROM placement p
              LEFT JOIN LATERAL (
                SELECT f.funding_year, f.amount_due, f.pay_by FROM placement_funding f
                WHERE (p.funded_through IS NOT NULL OR p.stage IN ('AWAITING_FUNDS', 'FUNDS_LAPSED'))
                  AND f.placement_id = p.id AND f.settled_on IS NULL AND f.amount_due > 0
                ORDER BY f.funding_year LIMIT 1) due ON TRUE
              WHERE %1$s) p""")
                    + "WHERE p.rank <= :most ORDER BY q.place, p.valid_to DESC, p.id";

    private static final String NOW_OF_SUBJECTS = NOW_FOR_EACH.formatted(
            "p.department = q.department AND p.community = q.community AND p.matter = q.matter", """
            unnest(CAST(:departments AS char(18)[]), CAST(:communities AS char(12)[]), CAST(:matters AS varchar[]))
              WITH ORDINALITY AS q (department, community, matter, place)""");

    private static final String NOW_OF_COMMUNITIES = NOW_FOR_EACH.formatted(
            "p.community = q.community",
            "unnest(CAST(:communities AS char(12)[])) WITH ORDINALITY AS q (community, place)");

    private static final String THEN_OF_QUESTIONS = """
            SELECT q.place, t.*
            FROM unnest(CAST(:departments AS char(18)[]), CAST(:communities AS char(12)[]), CAST(:matters AS varchar[]),
                   CAST(:daysOver AS timestamptz[])) WITH ORDINALITY AS q (department, community, matter, day_over, place)
            CROSS JOIN LATERAL (""" + THEN + """
              WHERE s.department = q.department AND p.community = q.community AND p.matter = q.matter
              ORDER BY p.valid_to DESC, p.id LIMIT :most) t
            ORDER BY q.place, t.valid_to DESC, t.placement""";

    private final Jdbi jdbi;
    private final Clock clock;

    AdmittedTasks(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** What was admitted of each subject, as it is now; what ends last comes first. */
    Map<Subject, List<AdmittedTask>> now(Set<Subject> subjects) {
        List<Subject> asked = List.copyOf(subjects);
        return read(NOW_OF_SUBJECTS, asked, (row, context) -> withOwed(row), bindings(asked));
    }

    /** All that was admitted in each community, as it is now; in the same order. */
    Map<DivisionCode, List<AdmittedTask>> nowIn(List<DivisionCode> communities) {
        return read(
                NOW_OF_COMMUNITIES,
                communities,
                (row, context) -> withOwed(row),
                Map.of("communities", texts(communities, DivisionCode::value)));
    }

    /** What was admitted once, for each question about a past day; in the same order. */
    Map<Question, List<AdmittedTask>> then(List<Question> questions) {
        Map<String, String[]> bindings =
                bindings(questions.stream().map(Question::subject).toList());
        bindings.put("daysOver", texts(questions, question -> dayOver(question.on())));
        return read(THEN_OF_QUESTIONS, questions, (row, context) -> task(row, null), bindings);
    }

    private static Map<String, String[]> bindings(List<Subject> asked) {
        Map<String, String[]> bindings = new HashMap<>();
        bindings.put("departments", texts(asked, subject -> subject.department().value()));
        bindings.put("communities", texts(asked, subject -> subject.community().value()));
        bindings.put("matters", texts(asked, Subject::matter));
        return bindings;
    }

    private String dayOver(LocalDate day) {
        return day.plusDays(1).atStartOfDay(clock.getZone()).toInstant().toString();
    }

    private static <T> String[] texts(List<T> asked, Function<T, String> part) {
        return asked.stream().map(part).toArray(String[]::new);
    }

    private <K> Map<K, List<AdmittedTask>> read(
            String sql, List<K> asked, RowMapper<AdmittedTask> mapper, Map<String, String[]> bindings) {
        Map<K, List<AdmittedTask>> found = HashMap.newHashMap(asked.size());
        asked.forEach(key -> found.put(key, new ArrayList<>()));
        jdbi.useHandle(handle -> handle.createQuery(sql)
                .bindMap(bindings)
                .bind("most", MOST)
                .map((row, context) -> Objects.requireNonNull(found.get(asked.get(row.getInt("place") - 1)))
                        .add(mapper.map(row, context)))
                .list());
        return found;
    }

    private static AdmittedTask withOwed(ResultSet row) throws SQLException {
        LocalDate payBy = row.getObject("pay_by", LocalDate.class);
        return task(
                row,
                payBy == null
                        ? null
                        : new AmountDue(
                                row.getObject("placement", UUID.class),
                                row.getInt("funding_year"),
                                new Money(row.getBigDecimal("amount_due")),
                                payBy));
    }

    /** By hand: a community has hundreds. */
    private static AdmittedTask task(ResultSet row, @Nullable AmountDue owed) throws SQLException {
        return new AdmittedTask(
                row.getObject("placement", UUID.class),
                row.getObject("application", UUID.class),
                CreditCode.of(row.getString("department")),
                row.getString("department_name"),
                row.getString("matter"),
                row.getString("title"),
                row.getString("content"),
                row.getString("objects"),
                row.getString("authority"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                PlacementStage.valueOf(row.getString("stage")),
                row.getObject("funded_through", LocalDate.class),
                row.getString("funding_rule"),
                row.getObject("exited_on", LocalDate.class),
                owed);
    }

    /** What may be asked of the community on a day, in the order of admission. */
    Page<AdmittedTask> inForce(DivisionCode community, LocalDate on, PageRequest request) {
        List<AdmittedTask> found = jdbi.withHandle(handle -> handle.createQuery(NOW + """
                        WHERE p.community = :community AND p.stage = 'ACTIVE' AND p.id > :after
                          AND :on BETWEEN p.valid_from AND p.valid_to
                          AND (p.funded_through IS NULL OR p.funded_through >= :on)
                        ORDER BY p.id LIMIT :limit""")
                .bind("community", community)
                .bind("on", on)
                .bind("after", request.afterId())
                .bind("limit", request.limit() + 1)
                .map((row, context) -> task(row, null))
                .list());
        return Page.of(found, request, task -> task.placement().toString());
    }
}
