package cn.shequ.kit.document;

import java.util.UUID;

/**
 * A document as it is kept.
 *
 * @param digest SHA-256 of its bytes in lower-case hexadecimal: its name everywhere
 * @param bytes where its bytes lie in the {@link DocumentStorage}
 * @param size in bytes
 * @param mediaType found in the bytes, whatever the sender called it
 */
public record Document(String digest, UUID bytes, long size, String mediaType) {

    /** What its sender is told of it. */
    public record View(String digest, long size, String mediaType) {}

    View view() {
        return new View(digest, size, mediaType);
    }
}
