package cn.shequ.kit.document;

/**
 * The one decision that a service with documents supplies: who may see what they belong to. Whether something may be
 * attached is decided by the operation that attaches it, before it calls {@link Documents#attach}.
 */
public interface DocumentAccess {

    /** Whether the present caller may see the resource that the document belongs to, and so the document. */
    boolean maySee(Attachment attachment);
}
