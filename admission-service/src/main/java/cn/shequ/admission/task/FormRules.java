package cn.shequ.admission.task;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.problem.FieldError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What must hold of a form: a little of every draft, everything of what is submitted (Art. 4, 5, 11). */
final class FormRules {

    /** A bound of the product: a longer need is asked for again. */
    static final int MOST_YEARS = 10;

    private static final int MOST_FINDINGS = 100;

    private FormRules() {}

    /** What is wrong with what is there, whether or not something is missing. */
    static List<FieldError> ofDraft(ApplicationForm form) {
        List<FieldError> findings = new ArrayList<>();
        if (form.domain() != null && form.exceptionalGrounds() != null) {
            findings.add(FieldError.of("exceptionalGrounds", "excludes", Map.of("other", "domain")));
        }
        if (form.validFrom() != null && form.validTo() != null) {
            if (form.validTo().isBefore(form.validFrom())) {
                findings.add(FieldError.of("validTo", "date-order"));
            } else if (form.years().length > MOST_YEARS) {
                int first = form.validFrom().getYear();
                findings.add(outOfRange("validTo", form.validTo().getYear(), first, first + MOST_YEARS - 1));
            }
        }
        Set<DivisionCode> asked = new HashSet<>();
        for (int i = 0; i < form.asked().size(); i++) {
            if (!asked.add(form.asked().get(i))) {
                findings.add(duplicate("communities[" + i + "]", form.asked().get(i)));
            }
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < form.rows().size(); i++) {
            FundingRow row = form.rows().get(i);
            if (row.isNegative()) {
                findings.add(FieldError.of("funding[" + i + "]", "negative"));
            }
            if (!seen.add(row.fundingYear() + "/" + row.community())) {
                findings.add(duplicate("funding[" + i + "]", row.fundingYear()));
            }
        }
        Set<String> documents = new HashSet<>();
        for (int i = 0; i < form.documents().size(); i++) {
            String document = form.documents().get(i).document();
            if (!documents.add(document)) {
                findings.add(duplicate("attachments[" + i + "].document", document));
            }
        }
        return findings;
    }

    /** Everything that a submission still lacks, all at once. */
    static List<FieldError> ofSubmission(ApplicationForm form, Collection<DivisionCode> communities) {
        List<FieldError> findings = new ArrayList<>();
        require(findings, "title", form.title());
        if (form.domain() == null) {
            require(findings, "domain", form.exceptionalGrounds());
        }
        require(findings, "legalBasis", form.legalBasis());
        require(findings, "communities", communities.isEmpty() ? null : communities);
        require(findings, "content", form.content());
        require(findings, "objects", form.objects());
        require(findings, "authority", form.authority());
        require(findings, "validFrom", form.validFrom());
        require(findings, "validTo", form.validTo());
        require(findings, "workload", form.workload());
        require(findings, "payer", form.payer());
        require(findings, "fundingBasis", form.fundingBasis());
        require(findings, "funding", form.rows().isEmpty() ? null : form.rows());
        findings.addAll(ofFunding(form, communities));
        return findings;
    }

    /** The money for every year of every community is stated, and nothing else (Art. 11). */
    private static List<FieldError> ofFunding(ApplicationForm form, Collection<DivisionCode> communities) {
        List<FieldError> findings = new ArrayList<>();
        Set<DivisionCode> asked = Set.copyOf(communities);
        int[] years = form.years();
        for (int i = 0; i < form.rows().size(); i++) {
            FundingRow row = form.rows().get(i);
            if (row.community() != null && !asked.contains(row.community())) {
                findings.add(FieldError.of(
                        "funding[" + i + "].community",
                        "not-in-list",
                        Map.of("value", row.community(), "list", "communities")));
            }
            if (years.length > 0 && (row.fundingYear() < years[0] || row.fundingYear() > years[years.length - 1])) {
                findings.add(outOfRange(
                        "funding[" + i + "].fundingYear", row.fundingYear(), years[0], years[years.length - 1]));
            }
            boolean free = !row.cost().amountDue().isPositive();
            if (free && isMissing(form.noFundsReason()) && findings.stream().noneMatch(FormRules::asksForReason)) {
                findings.add(FieldError.of("noFundsReason", "required"));
            }
        }
        FundingTable table = new FundingTable(form.rows());
        for (int year : form.rows().isEmpty() ? new int[0] : years) {
            communities.stream()
                    .filter(community -> table.row(community, year).isEmpty())
                    .limit(MOST_FINDINGS)
                    .forEach(community -> findings.add(FieldError.of(
                            "funding[community=" + community + ",fundingYear=" + year + "]", "required")));
        }
        return findings.subList(0, Math.min(findings.size(), MOST_FINDINGS));
    }

    private static boolean asksForReason(FieldError finding) {
        return finding.field().equals("noFundsReason");
    }

    private static void require(List<FieldError> findings, String field, @Nullable Object value) {
        if (isMissing(value)) {
            findings.add(FieldError.of(field, "required"));
        }
    }

    private static boolean isMissing(@Nullable Object value) {
        return value == null || (value instanceof String text && text.isBlank());
    }

    private static FieldError duplicate(String field, Object value) {
        return FieldError.of(field, "duplicate", Map.of("value", value));
    }

    private static FieldError outOfRange(String field, int value, int least, int most) {
        return FieldError.of(field, "out-of-range", Map.of("value", value, "least", least, "most", most));
    }
}
