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

        LeadingGroup with(List<Member> members) {
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
                    members);
        }
    }

    /** The group of exactly this division. */
    public Optional<LeadingGroup> of(DivisionCode division) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM leading_group WHERE division = :division")
                .bind("division", division)
                .mapTo(Row.class)
                .findOne()
                .map(row -> row.with(members(handle, row.id()))));
    }

    /** @throws Refusal when the division has no leading group */
    public LeadingGroup require(DivisionCode division) {
        return of(division).orElseThrow(() -> Refusal.of(AdmissionProblem.NO_GROUP_OF_SAME_LEVEL)
                .with("division", division));
    }

    Optional<LeadingGroup> find(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM leading_group WHERE id = :id")
                .bind("id", id)
                .mapTo(Row.class)
                .findOne()
                .map(row -> row.with(members(handle, row.id()))));
    }

    /** The groups of the caller's territory, whom the bindings name. */
    Page<LeadingGroup> list(Map<String, Object> caller, PageRequest request) {
        return jdbi.withHandle(handle -> Page.of(
                        handle.createQuery("SELECT * FROM leading_group g WHERE id > :after AND "
                                        + Jurisdiction.within("g.division") + " ORDER BY id LIMIT :limit")
                                .bindMap(caller)
                                .bind("after", request.afterId())
                                .bind("limit", request.limit() + 1)
                                .mapTo(Row.class)
                                .list(),
                        request,
                        row -> row.id().toString())
                .map(row -> row.with(members(handle, row.id()))));
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
                addMembers(handle, group);
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
                addMembers(handle, group);
            }
            return changed == 1;
        });
    }

    private static void addMembers(Handle handle, LeadingGroup group) {
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO leading_group_member (group_id, person, term_from, term_to)
                VALUES (:group, :person, :termFrom, :termTo)""");
        group.members()
                .forEach(member ->
                        batch.bind("group", group.id()).bindMethods(member).add());
        batch.execute();
    }

    private static List<Member> members(Handle handle, UUID group) {
        return handle.createQuery(
                        "SELECT person, term_from, term_to FROM leading_group_member WHERE group_id = :id ORDER BY person")
                .bind("id", group)
                .mapTo(Member.class)
                .list();
    }
}
