package cn.shequ.funding.audit;

import cn.shequ.funding.expenditure.Expenditure;
import cn.shequ.funding.ledger.EntryView;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A voucher as an auditor reads it.
 *
 * @param expenditure what it books, with payee, purpose and evidence, where it is an expenditure
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Voucher(EntryView entry, @Nullable Expenditure expenditure) {}
