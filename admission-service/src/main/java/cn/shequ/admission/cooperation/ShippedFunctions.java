package cn.shequ.admission.cooperation;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Jdbi;

/** Reads the rows that ship with the product, once: nobody changes them while it runs. */
@Singleton
class ShippedFunctions {

    @Produces
    @Singleton
    Functions functions(Jdbi jdbi) {
        return new Functions(
                jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM cooperation_function ORDER BY position")
                        .mapTo(NamedFunction.class)
                        .list()));
    }
}
