package cn.shequ.admission.award;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.events.admission.AwardKind;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.eventlog.EventLog;
import cn.shequ.kit.identity.Ids;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Callers;
import cn.shequ.kit.territory.Territory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Nomination and grant, for commendations and for the titles of campaigns alike; who may act has been decided before. */
@ApplicationScoped
public class AwardLife {

    private final Awards awards;
    private final Nominees nominees;
    private final Territory territory;
    private final Callers callers;
    private final EventLog events;
    private final Clock clock;

    AwardLife(Awards awards, Nominees nominees, Territory territory, Callers callers, EventLog events, Clock clock) {
        this.awards = awards;
        this.nominees = nominees;
        this.territory = territory;
        this.callers = callers;
        this.events = events;
        this.clock = clock;
    }

    /** What somebody is nominated for. */
    public record Candidacy(AwardKind kind, DivisionCode division, int year, String title) {}

    /** @throws Refusal when the nominee is not eligible, or stands or was decided on for the same award */
    public Award nominate(Candidacy candidacy, Nominee nominee, @Nullable String grounds) {
        DivisionCode place = nominees.place(nominee);
        if (!territory.isWithin(place, candidacy.division())) {
            throw Refusal.of(AdmissionProblem.NOMINEE_OUTSIDE_DIVISION)
                    .with("required", candidacy.division())
                    .with("actual", place);
        }
        requireEligible(nominee);
        Award award = new Award(
                Ids.next(),
                candidacy.kind(),
                candidacy.division(),
                candidacy.year(),
                candidacy.title(),
                nominee,
                place,
                grounds,
                AwardStage.NOMINATED,
                callers.current().subject(),
                LocalDate.now(clock),
                null,
                null,
                null,
                null,
                null);
        if (!awards.add(award)) {
            throw Refusal.of(AdmissionProblem.AWARD_EXISTS)
                    .with("nominee", nominee)
                    .with("title", candidacy.title())
                    .with("year", candidacy.year());
        }
        return award;
    }

    /**
     * Also for what is no award, such as a commendation for a result. No veto comes upon it until the transaction ends.
     *
     * @throws Refusal {@link AdmissionProblem#AWARD_INELIGIBLE} while a veto lies upon it
     */
    public void requireEligible(Nominee nominee) {
        awards.lockNominee(nominee);
        nominees.requireEligible(nominee);
    }

    /** The award, which nobody else decides or cancels until the transaction ends. */
    public Award locked(UUID id) {
        return awards.lock(id).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
    }

    /** Eligibility is looked at anew: a veto may have come. */
    public Award grant(Award nominated) {
        LocalDate today = LocalDate.now(clock);
        Award granted = nominated.granted(today, callers.current().subject());
        nominees.place(nominated.nominee());
        nominees.requireEligible(nominated.nominee());
        awards.change(granted);
        events.append(granted.toldGranted(today));
        return granted;
    }

    /** @param reason null where the points of a campaign say it */
    public Award decline(Award nominated, @Nullable String reason) {
        Award declined =
                nominated.declined(LocalDate.now(clock), callers.current().subject(), reason);
        awards.change(declined);
        return declined;
    }
}
