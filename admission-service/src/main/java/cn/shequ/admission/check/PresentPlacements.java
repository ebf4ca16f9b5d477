package cn.shequ.admission.check;

import cn.shequ.admission.placement.AmountDue;
import cn.shequ.admission.placement.PlacementStage;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Reads placements as they are now, and apart from them what their approvals state. */
@ApplicationScoped
class PresentPlacements {

    /**
     * With what is owed next, where there may be something that is not paid; of each matter no more than the most. What ends
     * last comes first.
     */
    private static final String ROWS = """
            CROSS JOIN LATERAL (
              SELECT p.*, d.name_zh, due.funding_year, due.amount_due, due.pay_by,
                     row_number() OVER (PARTITION BY p.department, p.matter ORDER BY p.valid_to DESC, p.id) AS rank
              FROM placement p JOIN department d ON d.credit_code = p.department
              LEFT JOIN LATERAL (
                SELECT f.funding_year, f.amount_due, f.pay_by FROM placement_funding f
                WHERE (p.funded_through IS NOT NULL OR p.stage IN ('AWAITING_FUNDS', 'FUNDS_LAPSED'))
                  AND f.placement_id = p.id AND f.settled_on IS NULL AND f.amount_due > 0
                ORDER BY f.funding_year LIMIT 1) due ON TRUE
              WHERE %s) t
            WHERE t.rank <= :most ORDER BY q.place, t.valid_to DESC, t.id""";

    private static final String OF_SUBJECTS =
            """
            SELECT q.place, t.* FROM unnest(CAST(:departments AS char(18)[]), CAST(:communities AS char(12)[]),
              CAST(:matters AS varchar[])) WITH ORDINALITY AS q (department, community, matter, place)
            """ + ROWS.formatted("p.department = q.department AND p.community = q.community AND p.matter = q.matter");

    private static final String OF_COMMUNITIES = """
            SELECT q.place, t.* FROM unnest(CAST(:communities AS char(12)[])) WITH ORDINALITY AS q (community, place)
            """ + ROWS.formatted("p.community = q.community");

    private final Jdbi jdbi;

    PresentPlacements(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Those of each subject. */
    Map<Subject, List<Placed>> of(Set<Subject> subjects) {
        List<Subject> asked = List.copyOf(subjects);
        return read(
                OF_SUBJECTS,
                asked,
                Map.of(
                        "departments",
                                texts(asked, subject -> subject.department().value()),
                        "communities",
                                texts(asked, subject -> subject.community().value()),
                        "matters", texts(asked, Subject::matter)));
    }

    /** All those of each community. */
    Map<DivisionCode, List<Placed>> in(Set<DivisionCode> communities) {
        List<DivisionCode> asked = List.copyOf(communities);
        return read(OF_COMMUNITIES, asked, Map.of("communities", texts(asked, DivisionCode::value)));
    }

    private <K> Map<K, List<Placed>> read(String sql, List<K> asked, Map<String, String[]> bindings) {
        Map<K, List<Placed>> found = new HashMap<>();
        asked.forEach(key -> found.put(key, new ArrayList<>()));
        jdbi.useHandle(handle -> handle.createQuery(sql)
                .bindMap(bindings)
                .bind("most", AdmittedTasks.MOST)
                .map((row, context) -> found.computeIfAbsent(
                                asked.get(row.getInt("place") - 1), key -> new ArrayList<>())
                        .add(placed(row)))
                .list());
        return found;
    }

    /** By hand: a community has hundreds. */
    private static Placed placed(ResultSet row) throws SQLException {
        UUID placement = row.getObject("id", UUID.class);
        PlacementStage stage = PlacementStage.valueOf(row.getString("stage"));
        return new Placed(
                placement,
                row.getObject("application_id", UUID.class),
                CreditCode.of(row.getString("department")),
                row.getString("name_zh"),
                row.getString("matter"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                stage,
                row.getObject("funded_through", LocalDate.class),
                row.getString("funding_rule"),
                stage == PlacementStage.EXITED ? row.getObject("exited_on", LocalDate.class) : null,
                owed(row, placement));
    }

    private static @Nullable AmountDue owed(ResultSet row, UUID placement) throws SQLException {
        LocalDate payBy = row.getObject("pay_by", LocalDate.class);
        return payBy == null
                ? null
                : new AmountDue(
                        placement, row.getInt("funding_year"), new Money(row.getBigDecimal("amount_due")), payBy);
    }

    /** What the approvals of placements state, by application. */
    Map<UUID, Approval> approvals(Collection<List<Placed>> placed) {
        Set<UUID> applications =
                placed.stream().flatMap(List::stream).map(Placed::application).collect(Collectors.toSet());
        return applications.isEmpty()
                ? Map.of()
                : jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT id AS application, title, content, objects, authority FROM task_application
                        WHERE id = ANY(:applications)""")
                        .bindArray("applications", UUID.class, applications)
                        .mapTo(Approval.class)
                        .collect(Collectors.toMap(Approval::application, Function.identity())));
    }

    private static <T> String[] texts(List<T> asked, Function<T, String> part) {
        return asked.stream().map(part).toArray(String[]::new);
    }
}
