package cn.shequ.admission.placement;

import cn.shequ.admission.placement.PlacementStage.Change;
import cn.shequ.events.admission.LapseReason;
import cn.shequ.events.admission.PlacementActivated;
import cn.shequ.events.admission.PlacementExited;
import cn.shequ.events.admission.PlacementExpired;
import cn.shequ.events.admission.PlacementLapsed;
import cn.shequ.events.admission.TaskSigned;
import cn.shequ.kit.eventlog.EventLog;
import cn.shequ.kit.identity.Ids;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.rulebook.Rule;
import cn.shequ.kit.rulebook.Rulebook;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Moves placements through their life and says so in events; always within somebody's transaction. */
@ApplicationScoped
public class PlacementLife {

    /** How long after its pay-by day a later funding year may stay unpaid before the placement lapses. */
    static final String GRACE = "placement.payment-grace";

    private final Placements placements;
    private final Rulebook rulebook;
    private final EventLog events;
    private final Clock clock;

    PlacementLife(Placements placements, Rulebook rulebook, EventLog events, Clock clock) {
        this.placements = placements;
        this.rulebook = rulebook;
        this.events = events;
        this.clock = clock;
    }

    /** Begins the placements of a signed task. Those that cost nothing at first are active at once (Art. 5, 11). */
    public void begin(SignedTask task) {
        Rule grace = rulebook.today(GRACE, task.division());
        List<Placement> begun = new ArrayList<>();
        List<FundingYear> funding = new ArrayList<>();
        List<TaskSigned.Placement> told = new ArrayList<>();
        task.costs().forEach((community, years) -> {
            UUID id = Ids.next();
            List<FundingYear> rows = years.stream().map(year -> row(id, year)).toList();
            FundingCover cover = FundingCover.of(rows, grace.whole());
            begun.add(new Placement(
                    id,
                    task.application(),
                    task.department(),
                    community,
                    task.matter(),
                    cover.started() ? PlacementStage.ACTIVE : PlacementStage.AWAITING_FUNDS,
                    task.validFrom(),
                    task.validTo(),
                    cover.through(),
                    grace.reference(),
                    null,
                    null));
            funding.addAll(rows);
            told.add(new TaskSigned.Placement(
                    id.toString(),
                    community.value(),
                    years.stream()
                            .filter(year -> year.amountDue().isPositive())
                            .map(YearCost::signed)
                            .toList()));
        });
        placements.add(begun);
        placements.addFunding(funding);
        tellSigned(task, told);
        begun.stream()
                .filter(placement -> placement.stage() == PlacementStage.ACTIVE)
                .forEach(this::tellActive);
    }

    /** What is paid or owed changed: the placement becomes active, lapses, or stays as it is. */
    void recover(Placement placement, LapseReason whenLapsed) {
        LocalDate today = LocalDate.now(clock);
        Rule grace = rulebook.today(GRACE, placement.community());
        FundingCover cover = FundingCover.of(placements.funding(List.of(placement.id())), grace.whole());
        Placement next = change(cover, placement, today)
                .flatMap(placement.stage()::after)
                .map(placement::in)
                .orElse(placement);
        placements.put(next.fundedThrough(cover.through(), grace));
        if (next.stage() == placement.stage()) {
            return;
        }
        FundingYear owed = cover.owed();
        if (next.stage() == PlacementStage.ACTIVE) {
            tellActive(next);
        } else if (owed != null && owed.obligation() != null) {
            events.append(new PlacementLapsed(
                    next.id().toString(),
                    next.applicationId().toString(),
                    next.community().value(),
                    owed.fundingYear(),
                    owed.obligation().toString(),
                    whenLapsed.name(),
                    today));
        }
    }

    /** Money that comes after the last day revives nothing. */
    private static Optional<Change> change(FundingCover cover, Placement placement, LocalDate today) {
        if (!cover.holdsOn(today)) {
            return Optional.of(Change.LAPSE);
        }
        return today.isAfter(placement.validTo()) ? Optional.empty() : Optional.of(Change.FUND);
    }

    /** The last day has passed. */
    void expire(Placement placement) {
        placement.stage().after(Change.EXPIRE).ifPresent(expired -> {
            placements.put(placement.in(expired));
            events.append(new PlacementExpired(
                    placement.id().toString(),
                    placement.applicationId().toString(),
                    placement.community().value(),
                    placement.validTo()));
        });
    }

    /** @throws Refusal when one of them has ended by this day */
    public void requireLeavable(List<UUID> ids, LocalDate day) {
        for (Placement placement : placements.lock(ids)) {
            PlacementStage then = placement.on(day).stage();
            if (then.after(Change.EXIT).isEmpty()) {
                throw placement.notInCommunity(then);
            }
        }
    }

    /** The leading group approved and filed an exit: from this day on these tasks, which may leave, are out of their communities. */
    public void exit(List<UUID> ids, UUID exit, LocalDate day) {
        events.append(placements.putExit(ids, exit, day).stream()
                .map(placement -> new PlacementExited(
                        placement.id().toString(),
                        placement.applicationId().toString(),
                        placement.community().value(),
                        exit.toString(),
                        day))
                .toList());
    }

    private void tellActive(Placement placement) {
        LocalDate today = LocalDate.now(clock);
        events.append(new PlacementActivated(
                placement.id().toString(),
                placement.applicationId().toString(),
                placement.community().value(),
                today.isBefore(placement.validFrom()) ? placement.validFrom() : today));
    }

    private void tellSigned(SignedTask task, List<TaskSigned.Placement> told) {
        List<List<TaskSigned.Placement>> parts = TaskSigned.split(told);
        List<TaskSigned> signed = new ArrayList<>();
        for (List<TaskSigned.Placement> part : parts) {
            signed.add(new TaskSigned(
                    task.application().toString(),
                    task.department().value(),
                    task.division().value(),
                    task.domain() == null ? null : task.domain().name(),
                    task.payer().value(),
                    task.validFrom(),
                    task.validTo(),
                    task.signedOn(),
                    signed.size() + 1,
                    parts.size(),
                    part));
        }
        events.append(signed);
    }

    private static FundingYear row(UUID placement, YearCost year) {
        return new FundingYear(
                placement,
                year.fundingYear(),
                year.workingFunds(),
                year.labourFees(),
                year.conditions(),
                year.amountDue(),
                year.payBy(),
                null,
                null);
    }
}
