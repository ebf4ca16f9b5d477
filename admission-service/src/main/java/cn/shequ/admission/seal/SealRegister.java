package cn.shequ.admission.seal;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.admission.Committee;
import cn.shequ.admission.Counterpart;
import cn.shequ.admission.KnownCommunities;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.eventlog.EventLog;
import cn.shequ.kit.identity.Ids;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Callers;
import cn.shequ.kit.territory.Jurisdiction;
import cn.shequ.kit.territory.Reach;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** The seal is set under matters of the catalogue only, when one person asks and another approves (Art. 8). */
@ApplicationScoped
class SealRegister {

    private final SealUses uses;
    private final Seals seals;
    private final SealMatters matters;
    private final KnownCommunities communities;
    private final Committee committee;
    private final Jurisdiction jurisdiction;
    private final Callers callers;
    private final EventLog events;
    private final Clock clock;

    SealRegister(
            SealUses uses,
            Seals seals,
            SealMatters matters,
            KnownCommunities communities,
            Committee committee,
            Jurisdiction jurisdiction,
            Callers callers,
            EventLog events,
            Clock clock) {
        this.uses = uses;
        this.seals = seals;
        this.matters = matters;
        this.communities = communities;
        this.committee = committee;
        this.jurisdiction = jurisdiction;
        this.callers = callers;
        this.events = events;
        this.clock = clock;
    }

    SealUse request(NewSealUse asked) {
        communities.require(asked.community());
        committee.require(asked.community());
        LocalDate today = LocalDate.now(clock);
        requireSealable(asked.matter(), today);
        if (asked.blanks()) {
            throw Refusal.of(AdmissionProblem.DOCUMENT_HAS_BLANKS);
        }
        SealUse use = new SealUse(
                Ids.next(),
                inUse(seals.of(asked.community()), asked.community()).id(),
                asked.community(),
                asked.matter(),
                asked.summary(),
                asked.copies(),
                asked.applicant(),
                callers.current().subject(),
                today,
                SealUse.Stage.REQUESTED,
                null,
                null,
                null,
                null);
        uses.add(use);
        return use;
    }

    /** Catalogue and seal are looked at anew: either may have changed since it was asked for. */
    SealUse approve(UUID id) {
        SealUse use = toDecide(id);
        Seal seal = inUse(seals.lockOf(use.community()), use.community());
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, clock.getZone());
        requireSealable(use.matter(), today);
        int number = 1 + uses.last(seal.id()).map(SealUse::number).orElse(0);
        SealUse sealed = use.sealed(seal.id(), callers.current().subject(), now, number);
        uses.decide(sealed);
        events.append(sealed.told(today));
        return sealed;
    }

    SealUse decline(UUID id, Declination declination) {
        SealUse declined = toDecide(id).declined(callers.current().subject(), clock.instant(), declination.reason());
        uses.decide(declined);
        return declined;
    }

    /** By who asked for it, while it waits. */
    SealUse withdraw(UUID id) {
        SealUse use = waiting(id);
        if (!use.handler().equals(callers.current().subject())) {
            throw Refusal.of(AdmissionProblem.SEAL_USE_OF_ANOTHER);
        }
        SealUse withdrawn = use.withdrawn(clock.instant());
        uses.decide(withdrawn);
        return withdrawn;
    }

    private SealUse waiting(UUID id) {
        SealUse use = uses.lock(id).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
        committee.require(use.community());
        if (use.stage() != SealUse.Stage.REQUESTED) {
            throw Refusal.of(AdmissionProblem.SEAL_USE_DECIDED).with("stage", use.stage());
        }
        return use;
    }

    private SealUse toDecide(UUID id) {
        SealUse use = waiting(id);
        if (use.handler().equals(callers.current().subject())) {
            throw Refusal.of(AdmissionProblem.ALREADY_ACTED).with("capacity", Counterpart.APPROVER);
        }
        return use;
    }

    private static Seal inUse(Optional<Seal> seal, DivisionCode community) {
        return seal.filter(found -> found.stage() == SealStage.IN_USE)
                .orElseThrow(() -> Refusal.of(AdmissionProblem.NO_SEAL_IN_USE).with("community", community));
    }

    private void requireSealable(String matter, LocalDate day) {
        SealFinding finding = matters.find(matter).map(found -> found.on(day)).orElse(SealFinding.NOT_IN_CATALOGUE);
        if (finding != SealFinding.MAY_BE_SEALED) {
            throw Refusal.of(AdmissionProblem.SEAL_MATTER_OUTSIDE_CATALOGUE)
                    .with("matter", matter)
                    .with("finding", finding)
                    .with("on", day);
        }
    }

    SealUse seen(UUID id) {
        SealUse use = uses.find(id).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
        jurisdiction.requireSee(Reach.of(use.community()));
        return shown(use);
    }

    /** What a document says and for whom it was is the committee's own affair. */
    SealUse shown(SealUse use) {
        return committee.isOf(use.community()) ? use : use.withoutContent();
    }
}
