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
            @Nullable UUID directlyResponsible,
            LocalDate validFrom,
            int version) {

        LeadingGroup with(List<Member> members, List<Member> deputies) {
            return new LeadingGroup(
                    id,
                    division,
                    level,
                    hostDepartment,
                    principalLeader,
                    firstResponsible,
                    directlyResponsible,
                    validFrom,
                    version,
                    members,
                    deputies);
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
                              first_responsible, directly_responsible, valid_from, version)
                            VALUES (:id, :division, :level, :hostDepartment, :principalLeader, :firstResponsible,
                              :directlyResponsible, :validFrom, :version)
                            ON CONFLICT (division) DO NOTHING""").bindMethods(group).execute();
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
                              principal_leader = :principalLeader, first_responsible = :firstResponsible,
                              directly_responsible = :directlyResponsible, valid_from = :validFrom, version = :version
                            WHERE id = :id AND version = :version - 1""").bindMethods(group).execute();
            if (changed == 1) {
                handle.execute("DELETE FROM leading_group_member WHERE group_id = ?", group.id());
                handle.execute("DELETE FROM leading_group_deputy WHERE group_id = ?", group.id());
                addPeople(handle, group);
            }
            return changed == 1;
        });
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
