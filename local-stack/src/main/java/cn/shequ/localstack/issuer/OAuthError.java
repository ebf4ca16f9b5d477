package cn.shequ.localstack.issuer;

/** A refusal in the words of RFC 6749. */
final class OAuthError extends Exception {

    private final int status;
    private final String code;

    OAuthError(int status, String code, String description) {
        super(description, null, false, false);
        this.status = status;
        this.code = code;
    }

    static OAuthError invalidRequest(String description) {
        return new OAuthError(400, "invalid_request", description);
    }

    static OAuthError invalidGrant(String description) {
        return new OAuthError(400, "invalid_grant", description);
    }

    static OAuthError invalidClient(String description) {
        return new OAuthError(401, "invalid_client", description);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    String description() {
        return String.valueOf(getMessage());
    }
}
