package cn.shequ.admission.evaluation;

/** SQL that finds whose place a body has taken: what they asked for and did is its now. */
final class Held {

    /**
     * Begins a statement that reads from {@code held}: the body {@code :own} and all whose place it has taken; nobody
     * once another has taken its own.
     */
    static final String BY_OWN = """
            WITH RECURSIVE held AS (
              SELECT credit_code FROM department WHERE credit_code = CAST(:own AS char(18)) AND succeeded_by IS NULL
              UNION
              SELECT d.credit_code FROM department d JOIN held h ON d.succeeded_by = h.credit_code)
            """;

    private Held() {}
}
