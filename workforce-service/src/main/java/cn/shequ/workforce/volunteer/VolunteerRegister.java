package cn.shequ.workforce.volunteer;

import cn.shequ.events.workforce.VolunteerRegistered;
import cn.shequ.events.workforce.VolunteerWithdrawn;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.eventlog.EventLog;
import cn.shequ.kit.identity.Ids;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.rulebook.Rulebook;
import cn.shequ.kit.security.Caller;
import cn.shequ.kit.territory.Jurisdiction;
import cn.shequ.workforce.KnownCommunities;
import cn.shequ.workforce.WorkforceProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes registrations and withdrawals of volunteers, each in the caller's transaction (Art. 19). */
@ApplicationScoped
class VolunteerRegister {

    private static final String AGE_OF_OWN_CONSENT = "volunteers.age-of-own-consent";

    private final Volunteers volunteers;
    private final KnownCommunities communities;
    private final Jurisdiction jurisdiction;
    private final Rulebook rulebook;
    private final EventLog events;
    private final Clock clock;

    VolunteerRegister(
            Volunteers volunteers,
            KnownCommunities communities,
            Jurisdiction jurisdiction,
            Rulebook rulebook,
            EventLog events,
            Clock clock) {
        this.volunteers = volunteers;
        this.communities = communities;
        this.jurisdiction = jurisdiction;
        this.rulebook = rulebook;
        this.events = events;
        this.clock = clock;
    }

    Volunteer register(Caller caller, Registration registration) {
        Consent.require(registration.consent());
        requireCommunity(caller, registration.community());
        LocalDate today = LocalDate.now(clock);
        Person person = registration.person();
        Consent.requireGuardianOfMinor(person, today, rulebook.on(today, AGE_OF_OWN_CONSENT, registration.community()));
        Volunteer volunteer = new Volunteer(
                Objects.requireNonNullElseGet(registration.id(), Ids::next),
                caller.subject(),
                registration.community(),
                registration.category(),
                today,
                set(Skill.class, registration.skills()),
                set(Availability.class, registration.availability()),
                person);
        if (!volunteers.add(volunteer, clock.instant())) {
            throw refusalOf(volunteer);
        }
        events.append(new VolunteerRegistered(
                volunteer.id().toString(), volunteer.community().value(), volunteer.registeredOn()));
        return volunteer;
    }

    /** Deletes the person's data; that somebody volunteered from one day to another stays in the totals. */
    void withdraw(Caller caller) {
        LocalDate today = LocalDate.now(clock);
        Volunteers.Anonymous left = volunteers
                .anonymise(caller.subject(), today)
                .orElseThrow(() -> Refusal.of(WorkforceProblem.NOT_REGISTERED));
        events.append(
                new VolunteerWithdrawn(left.id().toString(), left.community().value(), today));
    }

    /** A token that names a division binds its holder to it; one that names none leaves the choice free. */
    private void requireCommunity(Caller caller, DivisionCode code) {
        communities.require(code, WorkforceProblem.NOT_A_COMMUNITY);
        if (caller.division() != null && !jurisdiction.covers(caller, code)) {
            throw Refusal.of(HttpProblem.OUTSIDE_JURISDICTION);
        }
    }

    /** Says the same for a known account and a known identity: whose it is, is nobody's business. */
    private Refusal refusalOf(Volunteer refused) {
        return volunteers.isIdOfAnother(refused.id(), refused.subject())
                ? Refusal.of(HttpProblem.CONFLICT)
                : Refusal.of(WorkforceProblem.ALREADY_REGISTERED);
    }

    private static <E extends Enum<E>> Set<E> set(Class<E> type, @Nullable List<E> given) {
        Set<E> set = EnumSet.noneOf(type);
        if (given != null) {
            set.addAll(given);
        }
        return set;
    }
}
