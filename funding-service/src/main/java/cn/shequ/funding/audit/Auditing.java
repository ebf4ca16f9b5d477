package cn.shequ.funding.audit;

import cn.shequ.events.funding.AuditFindingRaised;
import cn.shequ.funding.FundingProblem;
import cn.shequ.funding.evidence.Evidence;
import cn.shequ.funding.evidence.EvidenceOf;
import cn.shequ.funding.expenditure.Expenditures;
import cn.shequ.funding.ledger.Entries;
import cn.shequ.funding.ledger.EntryView;
import cn.shequ.funding.ledger.Ledger;
import cn.shequ.funding.ledger.LedgerKind;
import cn.shequ.funding.ledger.Ledgers;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.eventlog.EventLog;
import cn.shequ.kit.eventlog.LogSigner;
import cn.shequ.kit.identity.Ids;
import cn.shequ.kit.merkle.Checkpoint;
import cn.shequ.kit.problem.FieldError;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.rulebook.Rulebook;
import cn.shequ.kit.security.Caller;
import cn.shequ.kit.security.Callers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Independent auditors plan, draw, read, find and close (Art. 16). */
@ApplicationScoped
class Auditing {

    private static final String RECTIFY_WITHIN = "audit.rectify-within";
    private static final String ARTICLE = "16";

    private final Audits audits;
    private final AuditReadings readings;
    private final Findings findings;
    private final Ledgers ledgers;
    private final Entries entries;
    private final Expenditures expenditures;
    private final Evidence evidence;
    private final LogSigner signer;
    private final EventLog log;
    private final Rulebook rulebook;
    private final Callers callers;
    private final Clock clock;

    Auditing(
            Audits audits,
            AuditReadings readings,
            Findings findings,
            Ledgers ledgers,
            Entries entries,
            Expenditures expenditures,
            Evidence evidence,
            LogSigner signer,
            EventLog log,
            Rulebook rulebook,
            Callers callers,
            Clock clock) {
        this.audits = audits;
        this.readings = readings;
        this.findings = findings;
        this.ledgers = ledgers;
        this.entries = entries;
        this.expenditures = expenditures;
        this.evidence = evidence;
        this.signer = signer;
        this.log = log;
        this.rulebook = rulebook;
        this.callers = callers;
        this.clock = clock;
    }

    Audit plan(NewAudit wanted) {
        Ledger ledger = ledgers.toActOn(wanted.ledger());
        if (wanted.periodTo().isBefore(wanted.periodFrom())) {
            throw Refusal.of(HttpProblem.INVALID_REQUEST).at(FieldError.of("periodTo", "date-order"));
        }
        requireIndependence(ledger, wanted.periodFrom(), wanted.periodTo());
        UUID id = Ids.next();
        audits.plan(id, wanted, ledger.division().value(), callers.current().subject());
        return audits.get(id);
    }

    /** The seed follows from the signed root of the log, so that nobody chooses the sample. */
    Audit draw(UUID id) {
        Audit audit = toActOn(id);
        audit.require(AuditStep.DRAWN);
        Checkpoint checkpoint = Checkpoint.parse(signer.checkpoint().text());
        audits.draw(id, callers.current().subject(), AuditSeed.of(id, checkpoint), checkpoint.size());
        return audits.get(id);
    }

    Audit end(UUID id, AuditStep step) {
        Audit audit = toActOn(id);
        audit.require(step);
        audits.take(id, step, callers.current().subject());
        return audits.get(id);
    }

    /** Who reads a voucher is on record before it is shown. */
    Voucher read(UUID id, UUID entryId) {
        Audit audit = toActOn(id);
        audit.requireUnderWay("READ");
        EntryView entry = entries.find(entryId)
                .filter(found -> found.ledger().equals(audit.ledger())
                        && !found.bookedOn().isBefore(audit.periodFrom())
                        && !found.bookedOn().isAfter(audit.periodTo()))
                .orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
        readings.add(id, entryId, callers.current().subject());
        return new Voucher(entry, expenditures.find(entry.document()).orElse(null));
    }

    AuditFinding raise(UUID id, NewAuditFinding wanted) {
        Audit audit = toActOn(id);
        audit.requireUnderWay("RAISED");
        if (!findings.isWithin(audit, wanted.concerning())) {
            throw Refusal.of(FundingProblem.NOT_IN_AUDIT).with("subject", wanted.concerning());
        }
        LocalDate today = LocalDate.now(clock);
        UUID finding = Ids.next();
        findings.raise(finding, id, wanted, callers.current().subject(), today, deadline(audit, wanted, today));
        AuditFinding raised = findings.get(finding);
        log.append(event(raised));
        return raised;
    }

    private LocalDate deadline(Audit audit, NewAuditFinding wanted, LocalDate today) {
        LocalDate latest =
                today.plusDays(rulebook.today(RECTIFY_WITHIN, audit.division()).whole());
        LocalDate asked = Optional.ofNullable(wanted.rectifyBy()).orElse(latest);
        if (asked.isBefore(today) || asked.isAfter(latest)) {
            throw Refusal.of(HttpProblem.INVALID_REQUEST)
                    .at(FieldError.of("rectifyBy", "out-of-range", Map.of("least", today, "most", latest)));
        }
        return asked;
    }

    /** The audited body says that a finding is put right. */
    AuditFinding rectify(UUID id, FindingStatement statement) {
        AuditFinding finding = findings.lock(id);
        audits.toSee(finding.audit());
        if (!finding.division().equals(callers.current().division())) {
            throw Refusal.of(HttpProblem.OUTSIDE_JURISDICTION);
        }
        return taken(finding, FindingStep.RECTIFIED, statement);
    }

    /** An auditor accepts that, or does not. */
    AuditFinding judge(UUID id, FindingStep step, FindingStatement statement) {
        AuditFinding finding = findings.get(id);
        toActOn(finding.audit());
        return taken(findings.lock(id), step, statement);
    }

    private AuditFinding taken(AuditFinding finding, FindingStep step, FindingStatement statement) {
        String by = callers.current().subject();
        finding.require(step, by);
        findings.take(finding, step, by, statement);
        evidence.attach(EvidenceOf.AUDIT, finding.id(), finding.division(), statement.digests());
        return findings.get(finding.id());
    }

    private Audit toActOn(UUID id) {
        Audit audit = audits.lockToActOn(id);
        requireIndependence(ledgers.toSee(audit.ledger()), audit.periodFrom(), audit.periodTo());
        return audit;
    }

    /** Nobody audits the own work, nor the ledger of the own subdistrict office. */
    private void requireIndependence(Ledger ledger, LocalDate from, LocalDate to) {
        Caller caller = callers.current();
        DivisionCode own = caller.division();
        if (ledger.kind() == LedgerKind.SPECIAL && ledger.division().equals(own)) {
            throw dependent("OWN_OFFICE", from, to);
        }
        if (audits.takesPart(caller.subject(), ledger.id(), from, to)) {
            throw dependent("TOOK_PART", from, to);
        }
    }

    private static Refusal dependent(String reason, LocalDate from, LocalDate to) {
        return Refusal.of(FundingProblem.AUDITOR_NOT_INDEPENDENT)
                .with("reason", reason)
                .with("periodFrom", from)
                .with("periodTo", to);
    }

    private static AuditFindingRaised event(AuditFinding finding) {
        return new AuditFindingRaised(
                finding.id().toString(),
                finding.audit().toString(),
                finding.ledger().toString(),
                finding.division().value(),
                finding.kind().name(),
                finding.concerning().toString(),
                finding.amount().toString(),
                finding.raisedOn(),
                finding.rectifyBy(),
                ARTICLE);
    }
}
