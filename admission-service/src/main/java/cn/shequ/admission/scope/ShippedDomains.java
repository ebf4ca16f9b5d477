package cn.shequ.admission.scope;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Jdbi;

/** Reads the rows that ship with the product, once: nobody changes them while it runs. */
@Singleton
class ShippedDomains {

    @Produces
    @Singleton
    Domains domains(Jdbi jdbi) {
        return new Domains(
                jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM assistance_domain ORDER BY position")
                        .mapTo(Domain.class)
                        .list()));
    }
}
