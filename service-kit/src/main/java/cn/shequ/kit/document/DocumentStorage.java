package cn.shequ.kit.document;

import java.io.InputStream;
import java.util.UUID;

/** Where the bytes of documents lie. What they are, and whose, stands in the database in any case. */
public interface DocumentStorage {

    /**
     * Keeps a part of the bytes; parts come in order and each once, in the caller's transaction.
     *
     * @param offset where the part begins
     */
    void put(UUID bytes, long offset, byte[] part);

    /** The bytes from an offset on, read as they are asked for and never all at once. */
    InputStream open(UUID bytes, long offset);

    void delete(UUID bytes);
}
