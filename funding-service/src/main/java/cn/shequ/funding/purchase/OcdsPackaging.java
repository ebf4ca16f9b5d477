package cn.shequ.funding.purchase;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Writes OCDS 1.1 packages release by release, each byte for byte as it was composed; none is kept. */
@ApplicationScoped
public class OcdsPackaging {

    private final OcdsIdentity identity;
    private final Clock clock;
    private final JsonFactory json = new JsonFactory();

    OcdsPackaging(OcdsIdentity identity, Clock clock) {
        this.identity = identity;
        this.clock = clock;
    }

    /** @param publishedAt when what it holds last changed */
    public Open releases(OutputStream output, String uri, Instant publishedAt) throws IOException {
        return open(output, uri, publishedAt, "releases");
    }

    /** The same with a record for each purchase, and its releases in it. */
    public Open records(OutputStream output, String uri, Instant publishedAt) throws IOException {
        return open(output, uri, publishedAt, "records");
    }

    private Open open(OutputStream output, String uri, Instant publishedAt, String holding) throws IOException {
        JsonGenerator generator = json.createGenerator(output, JsonEncoding.UTF8);
        generator.writeStartObject();
        generator.writeStringField("uri", uri);
        generator.writeStringField("version", Ocds.VERSION);
        generator.writeStringField(
                "publishedDate",
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        publishedAt.truncatedTo(ChronoUnit.SECONDS).atZone(clock.getZone())));
        generator.writeObjectFieldStart("publisher");
        generator.writeStringField("name", identity.publisher());
        generator.writeEndObject();
        generator.writeArrayFieldStart(holding);
        return new Open(generator, identity.prefix());
    }

    /** A package that is being written. */
    public static final class Open {

        private final JsonGenerator generator;
        private final String prefix;

        private Open(JsonGenerator generator, String prefix) {
            this.generator = generator;
            this.prefix = prefix;
        }

        public void release(PublishedRelease release) throws IOException {
            generator.writeRawValue(release.release());
        }

        public void beginRecord(UUID purchase) throws IOException {
            generator.writeStartObject();
            generator.writeStringField("ocid", OcdsComposing.ocid(prefix, purchase));
            generator.writeArrayFieldStart("releases");
        }

        public void endRecord() throws IOException {
            generator.writeEndArray();
            generator.writeEndObject();
        }

        public void end() throws IOException {
            generator.writeEndArray();
            generator.writeEndObject();
            generator.close();
        }
    }
}
