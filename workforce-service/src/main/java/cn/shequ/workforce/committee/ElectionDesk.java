package cn.shequ.workforce.committee;

import cn.shequ.kit.eventlog.EventLog;
import cn.shequ.kit.identity.Ids;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.rulebook.Rule;
import cn.shequ.kit.rulebook.Rulebook;
import cn.shequ.kit.security.Callers;
import cn.shequ.kit.territory.Jurisdiction;
import cn.shequ.kit.territory.Reach;
import cn.shequ.workforce.KnownCommunities;
import cn.shequ.workforce.WorkforceProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Records elections of residents' committees, each in the caller's transaction; rows of the rulebook are of election day. */
@ApplicationScoped
class ElectionDesk {

    private static final String FEWEST_MEMBERS = "committee.fewest-members";
    private static final String MOST_MEMBERS = "committee.most-members";
    private static final String TERM = "committee.term";

    private final CommitteeTerms terms;
    private final KnownCommunities communities;
    private final Jurisdiction jurisdiction;
    private final Rulebook rulebook;
    private final Callers callers;
    private final EventLog events;
    private final Clock clock;

    ElectionDesk(
            CommitteeTerms terms,
            KnownCommunities communities,
            Jurisdiction jurisdiction,
            Rulebook rulebook,
            Callers callers,
            EventLog events,
            Clock clock) {
        this.terms = terms;
        this.communities = communities;
        this.jurisdiction = jurisdiction;
        this.rulebook = rulebook;
        this.callers = callers;
        this.events = events;
        this.clock = clock;
    }

    CommitteeTerm record(NewCommitteeTerm asked) {
        communities.require(asked.community(), WorkforceProblem.ELECTION_OUTSIDE_COMMUNITY);
        jurisdiction.requireAct(Reach.of(asked.community()));
        LocalDate today = LocalDate.now(clock);
        if (asked.electedOn().isAfter(today)) {
            throw Refusal.of(WorkforceProblem.ELECTION_TO_COME)
                    .with("required", today)
                    .with("actual", asked.electedOn());
        }
        CommitteeSize size = new CommitteeSize(rule(FEWEST_MEMBERS, asked), rule(MOST_MEMBERS, asked));
        size.require(asked.size());
        int number = number(asked);
        Rule served = rule(TERM, asked);
        CommitteeTerm term = new CommitteeTerm(
                Ids.next(),
                asked.community(),
                number,
                asked.electedOn(),
                asked.electedOn().plusYears(served.whole()).minusDays(1),
                asked.deputies(),
                asked.members(),
                asked.resultTitle().strip(),
                asked.resultNumber().strip(),
                asked.earlyGrounds(),
                size.fewest().reference(),
                size.most().reference(),
                served.reference(),
                callers.current().subject(),
                today);
        terms.add(term);
        events.append(term.told());
        return term;
    }

    private Rule rule(String id, NewCommitteeTerm asked) {
        return rulebook.on(asked.electedOn(), id, asked.community());
    }

    /** The number after the last one on record; of the first one on record, what it says it is. */
    private int number(NewCommitteeTerm asked) {
        Optional<Succession> succession =
                terms.lockLast(asked.community()).map(last -> new Succession(last, rulebook.kept(last.termRule())));
        succession.ifPresent(known -> known.require(asked));
        return succession.map(Succession::number).orElse(Objects.requireNonNullElse(asked.number(), 1));
    }

    CommitteeTerm seen(UUID id) {
        CommitteeTerm term = terms.find(id).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
        jurisdiction.requireSee(Reach.of(term.community()));
        return term;
    }
}
