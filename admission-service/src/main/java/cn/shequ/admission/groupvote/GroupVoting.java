package cn.shequ.admission.groupvote;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.admission.groupvote.DecisionRule.Outcome;
import cn.shequ.admission.leadinggroup.LeadingGroup;
import cn.shequ.admission.leadinggroup.LeadingGroups;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.rulebook.Rulebook;
import cn.shequ.kit.security.Callers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The group decides (Art. 5): its members vote, once each, until the outcome stands or the office closes. Whoever calls
 * has locked the matter and knows that its stage allows a vote.
 */
@ApplicationScoped
public class GroupVoting {

    private final GroupRecords records;
    private final LeadingGroups groups;
    private final Rulebook rulebook;
    private final Callers callers;
    private final Clock clock;

    GroupVoting(GroupRecords records, LeadingGroups groups, Rulebook rulebook, Callers callers, Clock clock) {
        this.records = records;
        this.groups = groups;
        this.rulebook = rulebook;
        this.callers = callers;
        this.clock = clock;
    }

    /** @throws Refusal when the caller acted on this matter in another capacity */
    public void admit(Matter matter, Capacity capacity) {
        if (!records.admit(matter, callers.current().subject(), capacity)) {
            throw Refusal.of(AdmissionProblem.ALREADY_ACTED).with("capacity", capacity);
        }
    }

    /**
     * The caller, as one who may vote.
     *
     * @throws Refusal when the caller is no member in office of the division's group
     */
    public UUID member(DivisionCode division) {
        UUID voter = uuid(callers.current().subject());
        if (voter == null
                || !groups.require(division).inOffice(LocalDate.now(clock)).contains(voter)) {
            throw Refusal.of(AdmissionProblem.NOT_A_MEMBER).with("division", division);
        }
        return voter;
    }

    /** Whether the group's leader or a deputy in term has not acted on the matter yet, so that there is who may sign. */
    boolean anyMaySign(Matter matter, LeadingGroup group) {
        Set<String> acting = records.participants(matter);
        return group.signers(LocalDate.now(clock)).stream().anyMatch(signer -> !acting.contains(signer.toString()));
    }

    /** Whether enough of all members in office may still vote on it. */
    boolean canReachQuorum(Matter matter, LeadingGroup group) {
        Set<UUID> members = group.inOffice(LocalDate.now(clock));
        int left = eligible(matter, members);
        return left > 0 && Tally.isAtLeast(left, rule(matter).quorum().decimal(), members.size());
    }

    /** @throws Refusal when the caller acts on the matter otherwise, or voted in this round */
    public void cast(Matter matter, UUID voter, Ballot ballot) {
        admit(matter, Capacity.MEMBER);
        if (!records.vote(matter, voter, ballot, clock.instant())) {
            throw Refusal.of(AdmissionProblem.ALREADY_VOTED).with("round", matter.round());
        }
    }

    /** What the group decided, once no further vote can change it; it is on record then. */
    public Optional<Outcome> decideIfSettled(Matter matter) {
        Tally tally = tally(matter);
        DecisionRule rule = rule(matter);
        Optional<Outcome> outcome = rule.settled(tally);
        outcome.ifPresent(decided -> records.decide(matter, rule, decided, tally, LocalDate.now(clock)));
        return outcome;
    }

    /**
     * No more votes are waited for.
     *
     * @throws Refusal when too few voted
     */
    public Outcome close(Matter matter) {
        Tally tally = tally(matter);
        DecisionRule rule = rule(matter);
        Outcome outcome = rule.closed(tally);
        records.decide(matter, rule, outcome, tally, LocalDate.now(clock));
        return outcome;
    }

    public Tally tally(Matter matter) {
        Map<Ballot, Integer> ballots = records.ballots(matter);
        return new Tally(
                eligible(matter, groups.require(matter.division()).inOffice(LocalDate.now(clock))),
                ballots.getOrDefault(Ballot.FOR, 0),
                ballots.getOrDefault(Ballot.AGAINST, 0),
                ballots.getOrDefault(Ballot.ABSTAIN, 0));
    }

    /** In what capacity a person acted on the matter, who is on record with an act. */
    public Capacity capacity(Matter matter, String person) {
        return records.capacity(matter, person);
    }

    public Optional<Decision> decision(Matter matter) {
        return records.decision(matter);
    }

    /** Members in office who do not act on it otherwise, and those whose vote counts already. */
    private int eligible(Matter matter, Set<UUID> inOffice) {
        Set<UUID> members = new HashSet<>(inOffice);
        Set<String> others = records.othersThanMembers(matter);
        members.removeIf(member -> others.contains(member.toString()));
        members.addAll(records.voters(matter));
        return members.size();
    }

    private DecisionRule rule(Matter matter) {
        return new DecisionRule(
                rulebook.today(DecisionRule.QUORUM, matter.division()),
                rulebook.today(DecisionRule.VOTES_FOR_ABOVE, matter.division()));
    }

    private static @Nullable UUID uuid(String subject) {
        try {
            return UUID.fromString(subject);
        } catch (IllegalArgumentException machine) {
            return null;
        }
    }
}
