package cn.shequ.admission;

import cn.shequ.kit.identity.CreditCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/** Who has which unified social credit code: departments and organisations have them in common, each code once. */
@ApplicationScoped
public class CreditCodes {

    private static final String OF_ORGANISATIONS =
            "SELECT credit_code FROM organisation_registration WHERE credit_code = ANY(CAST(:codes AS char(18)[]))";

    private final Jdbi jdbi;

    CreditCodes(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Those of the codes that a department or an organisation has. */
    public Set<CreditCode> taken(Set<CreditCode> codes) {
        return among(codes, """
                SELECT credit_code FROM department WHERE credit_code = ANY(CAST(:codes AS char(18)[]))
                UNION
                """ + OF_ORGANISATIONS);
    }

    /** Whether anybody has the code, and will have it until this transaction ends. */
    public boolean isTaken(CreditCode code) {
        hold(code);
        return !taken(Set.of(code)).isEmpty();
    }

    /** Whether an organisation has the code, and will have it until this transaction ends. */
    public boolean isOrganisations(CreditCode code) {
        hold(code);
        return !ofOrganisations(Set.of(code)).isEmpty();
    }

    /** Of two who register under one code at the same moment the second waits, and then sees the first. */
    private void hold(CreditCode code) {
        jdbi.useHandle(handle ->
                handle.execute("SELECT pg_advisory_xact_lock(hashtextextended('credit-code.' || ?, 0))", code.value()));
    }

    /** Those of the codes that an organisation has. */
    public Set<CreditCode> ofOrganisations(Set<CreditCode> codes) {
        return among(codes, OF_ORGANISATIONS);
    }

    private Set<CreditCode> among(Set<CreditCode> codes, String query) {
        return jdbi.withHandle(handle -> handle.createQuery(query)
                .bind("codes", codes.stream().map(CreditCode::value).toArray(String[]::new))
                .mapTo(CreditCode.class)
                .set());
    }
}
