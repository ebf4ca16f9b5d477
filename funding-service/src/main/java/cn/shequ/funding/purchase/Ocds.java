package cn.shequ.funding.purchase;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts of an OCDS 1.1 release that this service fills, in the standard's own names. What is absent is left out. */
final class Ocds {

    static final String VERSION = "1.1";

    private Ocds() {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Release(
            String ocid,
            String id,
            String date,
            List<String> tag,
            String initiationType,
            String language,
            List<Organization> parties,
            Reference buyer,
            Planning planning,
            Tender tender,
            List<Award> awards,
            List<Contract> contracts,
            List<RelatedProcess> relatedProcesses) {}

    record Reference(String id, String name) {}

    record Identifier(String scheme, String id, String legalName) {}

    record Organization(String id, String name, Identifier identifier, List<String> roles) {}

    record Value(BigDecimal amount, String currency) {}

    record Budget(String id, Value amount) {}

    record Planning(Budget budget) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Period(@Nullable String startDate, String endDate) {}

    record Classification(String scheme, String id, String description) {}

    record Item(String id, String description, Classification classification) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Tender(
            String id,
            String title,
            String description,
            String status,
            Reference procuringEntity,
            List<Item> items,
            Value value,
            String procurementMethod,
            String mainProcurementCategory,
            String awardCriteria,
            String awardCriteriaDetails,
            List<String> submissionMethod,
            Period tenderPeriod,
            @Nullable Integer numberOfTenderers,
            List<Reference> tenderers) {}

    record Award(String id, String status, String date, Value value, List<Reference> suppliers) {}

    record Contract(
            String id,
            String awardID,
            String status,
            Value value,
            Period period,
            String dateSigned,
            List<Milestone> milestones,
            Implementation implementation) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Milestone(
            String id,
            String title,
            String type,
            String dueDate,
            @Nullable String dateMet,
            @Nullable String dateModified,
            String status) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Implementation(List<Transaction> transactions) {}

    record Transaction(String id, String date, Value value, Reference payer, Reference payee) {}

    record RelatedProcess(String id, List<String> relationship, String scheme, String identifier) {}
}
