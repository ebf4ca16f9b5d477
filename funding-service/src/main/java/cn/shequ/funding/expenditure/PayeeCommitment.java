package cn.shequ.funding.expenditure;

import cn.shequ.funding.binding.Binding;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;

/** Binds payee and purpose of an expenditure to its events, which show neither. */
@ApplicationScoped
class PayeeCommitment {

    private final Binding binding;

    PayeeCommitment(Binding binding) {
        this.binding = binding;
    }

    byte[] salt() {
        return binding.salt();
    }

    /** The commitment in hexadecimal. */
    String to(UUID expenditure, NewExpenditure record, byte[] salt) {
        return binding.of(
                Map.of(
                        "expenditure", expenditure,
                        "fund", record.fund(),
                        "category", record.category(),
                        "amount", record.amount(),
                        "payee", record.payee(),
                        "purpose", record.purpose(),
                        "evidence", record.evidence()),
                salt);
    }
}
