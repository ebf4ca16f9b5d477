package cn.shequ.funding.organisation;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Organisations and departments as this service last heard of them. */
@ApplicationScoped
public class Organisations {

    private final Jdbi jdbi;
    private final Clock clock;

    Organisations(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    public Optional<Organisation> find(CreditCode code) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM organisation WHERE credit_code = :code")
                .bind("code", code)
                .mapTo(Organisation.class)
                .findOne());
    }

    /** Whether it was registered by the county-level unit in which the division lies, or by one within it. */
    public boolean serves(Organisation organisation, DivisionCode division) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT division_is_served(:registered, :wanted, :today)")
                .bind("registered", organisation.division())
                .bind("wanted", division)
                .bind("today", LocalDate.now(clock))
                .mapTo(Boolean.class)
                .one());
    }

    void put(Organisation organisation) {
        jdbi.useHandle(
                handle -> handle.createUpdate("""
                        INSERT INTO organisation (credit_code, division, name, kind, standing, since)
                        VALUES (:creditCode, :division, :name, :kind, :standing, :since)
                        ON CONFLICT (credit_code) DO UPDATE SET division = excluded.division, name = excluded.name,
                          kind = excluded.kind, standing = excluded.standing, since = excluded.since""").bindMethods(organisation).execute());
    }

    void put(Department department) {
        jdbi.useHandle(
                handle -> handle.createUpdate("""
                        INSERT INTO department (credit_code, division, name, succeeded_by)
                        VALUES (:creditCode, :division, :name, :succeededBy)
                        ON CONFLICT (credit_code) DO UPDATE SET division = excluded.division, name = excluded.name,
                          succeeded_by = excluded.succeeded_by""").bindMethods(department).execute());
    }
}
