package cn.shequ.funding.batch;

import java.util.List;

/**
 * A batch as it was sent.
 *
 * @param key names it for good: the same key and the same bytes are the same batch
 * @param fingerprint SHA-256 of its bytes and of how it was asked for
 */
public record BatchOrder<T>(
        BatchKind kind, BatchMode mode, boolean dryRun, String key, String fingerprint, List<BatchLine<T>> lines) {}
