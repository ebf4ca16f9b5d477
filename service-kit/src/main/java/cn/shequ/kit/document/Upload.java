package cn.shequ.kit.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Bytes on their way.
 *
 * @param size how many there will be; not known when they come in one request
 * @param digest what their SHA-256 will be, when it was announced
 * @param received how many have arrived: where the next part begins
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Upload(UUID id, @Nullable Long size, @Nullable String digest, long received, Instant startedAt) {

    boolean isWhole() {
        return size != null && received == size;
    }
}
