package cn.shequ.admission.groupvote;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.admission.leadinggroup.LeadingGroup;
import cn.shequ.admission.leadinggroup.LeadingGroups;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Callers;
import cn.shequ.kit.security.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Who is partial takes no part (回避). Whoever calls has locked the matter and knows that its stage allows a recusal. */
@ApplicationScoped
public class Recusals {

    private final GroupRecords records;
    private final GroupVoting voting;
    private final LeadingGroups groups;
    private final Callers callers;
    private final Clock clock;

    Recusals(GroupRecords records, GroupVoting voting, LeadingGroups groups, Callers callers, Clock clock) {
        this.records = records;
        this.voting = voting;
        this.groups = groups;
        this.callers = callers;
        this.clock = clock;
    }

    /**
     * What the person would do on the matter.
     *
     * @return as a member, who votes, or as a principal leader, who signs, or a deputy in the leader's place
     * @throws Refusal when the person does neither in this group
     */
    public Capacity part(Matter matter, UUID person) {
        LeadingGroup group = groups.require(matter.division());
        LocalDate today = LocalDate.now(clock);
        if (matter.kind().isSigned() && group.signers(today).contains(person)) {
            return Capacity.PRINCIPAL_LEADER;
        }
        if (group.inOffice(today).contains(person)) {
            return Capacity.MEMBER;
        }
        throw Refusal.of(AdmissionProblem.NOBODY_TO_RECUSE)
                .with("person", person)
                .with("division", group.division());
    }

    /**
     * From here on the person takes no part. Everybody says so for themselves; of others the office records it.
     *
     * @throws Refusal when he or she voted in this round, is recused already, or acts on the matter otherwise
     */
    public void record(Matter matter, NewRecusal recusal) {
        UUID person = recusal.person();
        admitRecorder(matter, person);
        if (records.voters(matter).contains(person)) {
            throw Refusal.of(AdmissionProblem.RECUSAL_TOO_LATE).with("round", matter.round());
        }
        if (records.recuse(matter, recusal, callers.current().subject())) {
            return;
        }
        throw records.isRecused(matter, person)
                ? Refusal.of(AdmissionProblem.RECUSED_ALREADY).with("person", person)
                : Refusal.of(AdmissionProblem.ALREADY_ACTED).with("capacity", Capacity.RECUSED);
    }

    public List<Recusal> of(Matter matter) {
        return records.recusals(matter);
    }

    private void admitRecorder(Matter matter, UUID person) {
        if (person.toString().equals(callers.current().subject())) {
            return;
        }
        if (!callers.current().has(Roles.LEADING_GROUP_OFFICE)) {
            throw Refusal.of(AdmissionProblem.RECUSAL_OF_ANOTHER);
        }
        voting.admit(matter, Capacity.OFFICE);
    }
}
