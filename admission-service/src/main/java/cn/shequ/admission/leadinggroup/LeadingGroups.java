package cn.shequ.admission.leadinggroup;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.events.admission.GroupLevel;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.territory.Jurisdiction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The leading groups and their members. */
@ApplicationScoped
public class LeadingGroups {

    private final Jdbi jdbi;

    LeadingGroups(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    private record Row(
            UUID id,
            DivisionCode division,
            GroupLevel level,
            CreditCode hostDepartment,
            UUID principalLeader,
            @Nullable UUID firstResponsible,
            @Nullable LocalDate firstResponsibleFrom,
            @Nullable LocalDate firstResponsibleTo,
            @Nullable UUID directlyResponsible,
            @Nullable LocalDate directlyResponsibleFrom,
            @Nullable LocalDate directlyResponsibleTo,
            LocalDate validFrom,
            int version) {

        LeadingGroup with(List<Member> members, List<Member> deputies) {
            return new LeadingGroup(
                    id,
                    division,
                    level,
                    hostDepartment,
                    principalLeader,
                    person(firstResponsible, firstResponsibleFrom, firstResponsibleTo),
                    person(directlyResponsible, directlyResponsibleFrom, directlyResponsibleTo),
                    validFrom,
                    version,
                    members,
                    deputies);
        }

        private static @Nullable Member person(
                @Nullable UUID person, @Nullable LocalDate from, @Nullable LocalDate to) {
            return person == null || from == null ? null : new Member(person, from, to);
        }
    }

    /** The group of exactly this division. */
    public Optional<LeadingGroup> of(DivisionCode division) {
        return jdbi
                .withHandle(handle -> composed(
                        handle,
                        handle.createQuery("SELECT * FROM leading_group WHERE division = :division")
                                .bind("division", division)
                                .mapTo(Row.class)
                                .list()))
                .stream()
                .findFirst();
    }

    /** @throws Refusal when the division has no leading group */
    public LeadingGroup require(DivisionCode division) {
        return of(division).orElseThrow(() -> Refusal.of(AdmissionProblem.NO_GROUP_OF_SAME_LEVEL)
                .with("division", division));
    }

    Optional<LeadingGroup> find(UUID id) {
        return jdbi
                .withHandle(handle -> composed(
                        handle,
                        handle.createQuery("SELECT * FROM leading_group WHERE id = :id")
                                .bind("id", id)
                                .mapTo(Row.class)
                                .list()))
                .stream()
                .findFirst();
    }

    /** The groups of the caller's territory, whom the bindings name. */
    Page<LeadingGroup> list(Map<String, Object> caller, PageRequest request) {
        List<LeadingGroup> found = jdbi.withHandle(handle -> composed(
                handle,
                handle.createQuery("SELECT * FROM leading_group g WHERE id > :after AND "
                                + Jurisdiction.within("g.division") + " ORDER BY id LIMIT :limit")
                        .bindMap(caller)
                        .bind("after", request.afterId())
                        .bind("limit", request.limit() + 1)
                        .mapTo(Row.class)
                        .list()));
        return Page.of(found, request, group -> group.id().toString());
    }

    /** False when the division has a group already. */
    boolean add(LeadingGroup group) {
        return jdbi.withHandle(handle -> {
            int added = handle.createUpdate("""
                            INSERT INTO leading_group (id, division, level, host_department, principal_leader,
                              first_responsible, first_responsible_from, first_responsible_to, directly_responsible,
                              directly_responsible_from, directly_responsible_to, valid_from, version)
                            VALUES (:id, :division, :level, :hostDepartment, :principalLeader, :first.person,
                              :first.termFrom, :first.termTo, :directly.person, :directly.termFrom, :directly.termTo,
                              :validFrom, :version)
                            ON CONFLICT (division) DO NOTHING""")
                    .bindMethods(group)
                    .bindMethods("first", termOf(group.firstResponsible()))
                    .bindMethods("directly", termOf(group.directlyResponsible()))
                    .execute();
            if (added == 1) {
                addPeople(handle, group);
            }
            return added == 1;
        });
    }

    /** False when somebody else changed it first. */
    boolean replace(LeadingGroup group) {
        return jdbi.withHandle(handle -> {
            int changed = handle.createUpdate("""
                            UPDATE leading_group SET host_department = :hostDepartment,
                              principal_leader = :principalLeader, first_responsible = :first.person,
                              first_responsible_from = :first.termFrom, first_responsible_to = :first.termTo,
                              directly_responsible = :directly.person, directly_responsible_from = :directly.termFrom,
                              directly_responsible_to = :directly.termTo, valid_from = :validFrom, version = :version
                            WHERE id = :id AND version = :version - 1""")
                    .bindMethods(group)
                    .bindMethods("first", termOf(group.firstResponsible()))
                    .bindMethods("directly", termOf(group.directlyResponsible()))
                    .execute();
            if (changed == 1) {
                handle.execute("DELETE FROM leading_group_member WHERE group_id = ?", group.id());
                handle.execute("DELETE FROM leading_group_deputy WHERE group_id = ?", group.id());
                addPeople(handle, group);
            }
            return changed == 1;
        });
    }

    /** Who is responsible, as the columns of the group have it: nobody has no term. */
    public record Term(
            @Nullable UUID person,
            @Nullable LocalDate termFrom,
            @Nullable LocalDate termTo) {}

    private static Term termOf(@Nullable Member person) {
        return person == null
                ? new Term(null, null, null)
                : new Term(person.person(), person.termFrom(), person.termTo());
    }

    private static void addPeople(Handle handle, LeadingGroup group) {
        addPeople(handle, "leading_group_member", group.id(), group.members());
        addPeople(handle, "leading_group_deputy", group.id(), group.deputies());
    }

    private static void addPeople(Handle handle, String table, UUID group, List<Member> people) {
        if (people.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("INSERT INTO " + table
                + " (group_id, person, term_from, term_to) VALUES (:group, :person, :termFrom, :termTo)");
        people.forEach(person -> batch.bind("group", group).bindMethods(person).add());
        batch.execute();
    }

    /** The groups with their people: two queries more, however many groups. */
    private static List<LeadingGroup> composed(Handle handle, List<Row> rows) {
        Map<UUID, List<Member>> members = people(handle, "leading_group_member", rows);
        Map<UUID, List<Member>> deputies = people(handle, "leading_group_deputy", rows);
        return rows.stream()
                .map(row ->
                        row.with(members.getOrDefault(row.id(), List.of()), deputies.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private static Map<UUID, List<Member>> people(Handle handle, String table, List<Row> rows) {
        Map<UUID, List<Member>> people = new HashMap<>();
        handle.createQuery("SELECT group_id, person, term_from, term_to FROM " + table
                        + " WHERE group_id = ANY(:groups) ORDER BY person")
                .bindArray("groups", UUID.class, rows.stream().map(Row::id).toList())
                .map((row, context) -> people.computeIfAbsent(
                                row.getObject("group_id", UUID.class), group -> new ArrayList<>())
                        .add(context.findRowMapperFor(Member.class)
                                .orElseThrow()
                                .map(row, context)))
                .list();
        return people;
    }
}
