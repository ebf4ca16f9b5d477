package cn.shequ.kit.document;

import cn.shequ.kit.problem.ProblemCode;
import java.util.List;

/** Why a document is not taken, or not given. */
public enum DocumentProblem implements ProblemCode {
    DOCUMENT_EMPTY(422),
    DOCUMENT_TOO_LARGE(413),
    /** The bytes are of no type that is taken, whatever their name says. */
    DOCUMENT_TYPE_NOT_TAKEN(415),
    /** The bytes that arrived are not those that were announced. */
    DIGEST_MISMATCH(422),
    DIGEST_MALFORMED(400),
    /** The next part begins where the last one ended. */
    UPLOAD_OFFSET(409),
    TOO_MUCH_UNATTACHED(422),
    RANGE_NOT_SATISFIABLE(416);

    private final int status;

    DocumentProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public List<Integer> articles() {
        return List.of();
    }

    @Override
    public String bundle() {
        return "messages/document";
    }
}
