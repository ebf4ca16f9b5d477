package cn.shequ.admission.seal;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.admission.Committee;
import cn.shequ.admission.KnownCommunities;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.Ids;
import cn.shequ.kit.problem.FieldError;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.rulebook.Rule;
import cn.shequ.kit.rulebook.Rulebook;
import cn.shequ.kit.security.Callers;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.Jurisdiction;
import cn.shequ.kit.territory.Reach;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Issue, custody, loss and replacement of seals. */
@ApplicationScoped
class SealDesk {

    static final String REPLACEMENT_NOTICE = "seal.replacement-notice";

    private static final int MOST_SHOWN = 100;

    private final Seals seals;
    private final SealUses uses;
    private final DueHandovers due;
    private final KnownCommunities communities;
    private final Committee committee;
    private final Jurisdiction jurisdiction;
    private final Rulebook rulebook;
    private final Callers callers;
    private final Clock clock;

    SealDesk(
            Seals seals,
            SealUses uses,
            DueHandovers due,
            KnownCommunities communities,
            Committee committee,
            Jurisdiction jurisdiction,
            Rulebook rulebook,
            Callers callers,
            Clock clock) {
        this.seals = seals;
        this.uses = uses;
        this.due = due;
        this.communities = communities;
        this.committee = committee;
        this.jurisdiction = jurisdiction;
        this.rulebook = rulebook;
        this.callers = callers;
        this.clock = clock;
    }

    Seal issue(NewSeal asked) {
        communities.require(asked.community());
        jurisdiction.requireAct(Reach.of(asked.community()));
        return add(asked.community(), asked.custodian(), null);
    }

    private Seal add(DivisionCode community, UUID custodian, @Nullable UUID replaces) {
        Seal seal = Seal.issued(
                Ids.next(), community, custodian, callers.current().subject(), LocalDate.now(clock), replaces);
        if (!seals.add(seal)) {
            throw Refusal.of(AdmissionProblem.SEAL_EXISTS)
                    .with("community", community)
                    .with("stage", seals.of(community).orElseThrow().stage());
        }
        return seal;
    }

    SealView handOver(UUID id, Handover asked) {
        Seal seal = locked(id, SealCommand.HAND_OVER);
        if (seal.custodian().equals(asked.custodian().toString())) {
            throw Refusal.of(AdmissionProblem.FORM_CONTRADICTORY).at(FieldError.of("custodian", "keeps-it-already"));
        }
        seals.add(
                id,
                new SealHandover(
                        1
                                + seals.handovers(id, 1).stream()
                                        .mapToInt(SealHandover::number)
                                        .findFirst()
                                        .orElse(0),
                        seal.custodian(),
                        asked.custodian().toString(),
                        asked.reason(),
                        LocalDate.now(clock),
                        callers.current().subject()));
        seals.change(seal.keptBy(asked.custodian()));
        return seen(id);
    }

    /** By another person than the custodian: of the committee itself, or of the subdistrict office. */
    SealView confirmCustody(UUID id) {
        Seal seal = locked(id, SealCommand.CONFIRM_CUSTODY);
        if (!callers.current().has(Roles.SUBDISTRICT_OFFICER)) {
            committee.require(seal.community());
        }
        String confirming = callers.current().subject();
        if (seal.custodian().equals(confirming)) {
            throw Refusal.of(AdmissionProblem.CUSTODY_OF_ONESELF);
        }
        LocalDate today = LocalDate.now(clock);
        DueHandover answered = due.of(id, today)
                .orElseThrow(() -> Refusal.of(AdmissionProblem.NO_HANDOVER_DUE).with("community", seal.community()));
        due.add(id, new CustodyConfirmation(answered.term(), seal.custodian(), today, confirming));
        return seen(id);
    }

    SealView reportLoss(UUID id, Loss loss) {
        Seal seal = locked(id, SealCommand.REPORT_LOSS);
        committee.require(seal.community());
        LocalDate today = LocalDate.now(clock);
        if (loss.lostOn().isAfter(today) || loss.lostOn().isBefore(seal.issuedOn())) {
            throw Refusal.of(HttpProblem.INVALID_REQUEST).at(FieldError.of("lostOn", "date-order"));
        }
        requireNotSetAfter(seal, loss.lostOn());
        Rule notice = rulebook.today(REPLACEMENT_NOTICE, seal.community());
        seals.change(seal.lost(
                loss.lostOn(), callers.current().subject(), today.plusDays(notice.whole()), notice.reference()));
        return seen(id);
    }

    /** It may have been missing for long, but not since before it was last set. */
    private void requireNotSetAfter(Seal seal, LocalDate lostOn) {
        uses.last(seal.id()).ifPresent(use -> {
            LocalDate setOn = LocalDate.ofInstant(Objects.requireNonNull(use.decidedAt()), clock.getZone());
            if (lostOn.isBefore(setOn)) {
                throw Refusal.of(AdmissionProblem.SEAL_USED_AFTER_LOSS)
                        .with("required", setOn)
                        .with("actual", lostOn)
                        .with("use", use.id())
                        .with("number", Objects.requireNonNull(use.number()));
            }
        });
    }

    /** The new seal; a lost one is replaced when its notice has run, a worn one at once. */
    Seal replace(UUID id, Replacement asked) {
        Seal seal = locked(id, SealCommand.REPLACE);
        LocalDate from = seal.replaceableFrom();
        LocalDate today = LocalDate.now(clock);
        if (from != null && today.isBefore(from)) {
            throw Refusal.of(AdmissionProblem.SEAL_NOTICE_RUNS)
                    .with("required", from)
                    .with("actual", today)
                    .under(rulebook.kept(Objects.requireNonNull(seal.noticeRule())));
        }
        seals.replaced(id);
        return add(seal.community(), asked.custodian(), id);
    }

    private Seal locked(UUID id, SealCommand command) {
        Seal seal = seals.lock(id).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
        jurisdiction.requireAct(Reach.of(seal.community()));
        if (seal.stage().after(command).isEmpty()) {
            throw Refusal.of(AdmissionProblem.SEAL_STAGE_FORBIDS)
                    .with("stage", seal.stage())
                    .with("command", command);
        }
        return seal;
    }

    SealView seen(UUID id) {
        Seal seal = seals.find(id).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
        jurisdiction.requireSee(Reach.of(seal.community()));
        return new SealView(
                seal,
                seals.handovers(id, MOST_SHOWN),
                due.confirmations(id, MOST_SHOWN),
                due.of(id, LocalDate.now(clock)).orElse(null));
    }
}
