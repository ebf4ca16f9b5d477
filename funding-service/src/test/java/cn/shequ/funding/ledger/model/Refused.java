package cn.shequ.funding.ledger.model;

/** The model's no: the code that the service is to answer. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private Refused(String code) {
        super(code);
    }

    static void when(boolean wrong, String code) {
        if (wrong) {
            throw new Refused(code);
        }
    }

    /** What becomes of a command; one that is refused changes nothing. */
    static String orDone(Runnable command) {
        try {
            command.run();
            return LedgerModel.DONE;
        } catch (Refused no) {
            return no.getMessage();
        }
    }
}
