package cn.shequ.funding.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The fields of OCDS 1.1 that this service uses, with their types, formats, closed codelists, what is required and what must
 * not be empty or repeated, compared by hand with the schemas of releases, release packages and record packages of OCDS
 * 1.1.5. It is not the schema: it refuses every field that it does not name, and every code of an open codelist that this
 * service does not use, so it allows less.
 */
final class OcdsFields {

    private static final Consumer<JsonNode> TEXT =
            node -> assertThat(node.isTextual() && !node.asText().isEmpty())
                    .as("a text: %s", node)
                    .isTrue();
    /** As RFC 3339 wants it: seconds and an offset are never left out. */
    private static final Consumer<JsonNode> MOMENT = node -> {
        assertThat(node.asText())
                .matches("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})");
        OffsetDateTime.parse(node.asText());
    };

    private static final Consumer<JsonNode> LINK =
            node -> assertThat(URI.create(node.asText()).isAbsolute()).isTrue();
    private static final Consumer<JsonNode> NUMBER =
            node -> assertThat(node.isNumber()).isTrue();
    private static final Consumer<JsonNode> COUNT =
            node -> assertThat(node.isIntegralNumber()).isTrue();

    private static final Consumer<JsonNode> REFERENCE = object("id, name", Map.of("id", TEXT, "name", TEXT));
    private static final Consumer<JsonNode> VALUE =
            object("amount, currency", Map.of("amount", NUMBER, "currency", oneOf("CNY")));
    private static final Consumer<JsonNode> PERIOD = object("endDate", Map.of("startDate", MOMENT, "endDate", MOMENT));
    private static final Consumer<JsonNode> MILESTONE = object(
            "id",
            Map.of(
                    "id", TEXT,
                    "title", TEXT,
                    "type", oneOf("delivery"),
                    "dueDate", MOMENT,
                    "dateMet", MOMENT,
                    "dateModified", MOMENT,
                    "status", oneOf("scheduled", "met", "notMet", "partiallyMet")));
    private static final Consumer<JsonNode> TRANSACTION =
            object("id", Map.of("id", TEXT, "date", MOMENT, "value", VALUE, "payer", REFERENCE, "payee", REFERENCE));
    private static final Consumer<JsonNode> CONTRACT = object(
            "id, awardID",
            Map.of(
                    "id", TEXT,
                    "awardID", TEXT,
                    "status", oneOf("pending", "active", "cancelled", "terminated"),
                    "value", VALUE,
                    "period", PERIOD,
                    "dateSigned", MOMENT,
                    "milestones", each(MILESTONE),
                    "implementation", object("", Map.of("transactions", some(TRANSACTION)))));
    private static final Consumer<JsonNode> AWARD = object(
            "id",
            Map.of(
                    "id", TEXT,
                    "status", oneOf("pending", "active", "cancelled", "unsuccessful"),
                    "date", MOMENT,
                    "value", VALUE,
                    "suppliers", some(REFERENCE)));
    private static final Consumer<JsonNode> ITEM = object(
            "id",
            Map.of(
                    "id",
                    TEXT,
                    "description",
                    TEXT,
                    "classification",
                    object("", Map.of("scheme", TEXT, "id", TEXT, "description", TEXT))));
    private static final Consumer<JsonNode> TENDER = object(
            "id",
            Map.ofEntries(
                    Map.entry("id", TEXT),
                    Map.entry("title", TEXT),
                    Map.entry("description", TEXT),
                    Map.entry(
                            "status",
                            oneOf(
                                    "planning",
                                    "planned",
                                    "active",
                                    "cancelled",
                                    "unsuccessful",
                                    "complete",
                                    "withdrawn")),
                    Map.entry("procuringEntity", REFERENCE),
                    Map.entry("items", some(ITEM)),
                    Map.entry("value", VALUE),
                    Map.entry("procurementMethod", oneOf("open", "selective", "limited", "direct")),
                    Map.entry("mainProcurementCategory", oneOf("goods", "works", "services")),
                    Map.entry("awardCriteria", oneOf("ratedCriteria")),
                    Map.entry("awardCriteriaDetails", TEXT),
                    Map.entry("submissionMethod", some(oneOf("electronicSubmission"))),
                    Map.entry("tenderPeriod", PERIOD),
                    Map.entry("numberOfTenderers", COUNT),
                    Map.entry("tenderers", some(REFERENCE))));
    private static final Consumer<JsonNode> PARTY = object(
            "id",
            Map.of(
                    "id",
                    TEXT,
                    "name",
                    TEXT,
                    "identifier",
                    object("", Map.of("scheme", TEXT, "id", TEXT, "legalName", TEXT)),
                    "roles",
                    each(oneOf("buyer", "procuringEntity", "supplier", "tenderer", "payer", "payee"))));
    private static final Consumer<JsonNode> RELEASE = object(
            "ocid, id, date, tag, initiationType",
            Map.ofEntries(
                    Map.entry("ocid", TEXT),
                    Map.entry("id", TEXT),
                    Map.entry("date", MOMENT),
                    Map.entry(
                            "tag",
                            some(oneOf(
                                    "planning",
                                    "planningUpdate",
                                    "tender",
                                    "tenderAmendment",
                                    "tenderUpdate",
                                    "tenderCancellation",
                                    "award",
                                    "awardUpdate",
                                    "awardCancellation",
                                    "contract",
                                    "contractUpdate",
                                    "contractAmendment",
                                    "implementation",
                                    "implementationUpdate",
                                    "contractTermination",
                                    "compiled"))),
                    Map.entry("initiationType", oneOf("tender")),
                    Map.entry("language", TEXT),
                    Map.entry("parties", some(PARTY)),
                    Map.entry("buyer", REFERENCE),
                    Map.entry(
                            "planning", object("", Map.of("budget", object("", Map.of("id", TEXT, "amount", VALUE))))),
                    Map.entry("tender", TENDER),
                    Map.entry("awards", some(AWARD)),
                    Map.entry("contracts", some(CONTRACT)),
                    Map.entry(
                            "relatedProcesses",
                            some(object(
                                    "",
                                    Map.of(
                                            "id",
                                            TEXT,
                                            "relationship",
                                            some(oneOf("unsuccessfulProcess")),
                                            "scheme",
                                            oneOf("ocid"),
                                            "identifier",
                                            TEXT))))));
    private static final Consumer<JsonNode> RELEASE_PACKAGE = object(
            "uri, publishedDate, publisher, releases, version",
            Map.of(
                    "uri", LINK,
                    "version", oneOf("1.1"),
                    "publishedDate", MOMENT,
                    "publisher", object("name", Map.of("name", TEXT)),
                    "releases", some(RELEASE.andThen(OcdsFields::refersToItsParties))));
    private static final Consumer<JsonNode> RECORD_PACKAGE = object(
            "uri, publishedDate, publisher, records, version",
            Map.of(
                    "uri", LINK,
                    "version", oneOf("1.1"),
                    "publishedDate", MOMENT,
                    "publisher", object("name", Map.of("name", TEXT)),
                    "records",
                            some(object(
                                            "ocid, releases",
                                            Map.of(
                                                    "ocid",
                                                    TEXT,
                                                    "releases",
                                                    some(RELEASE.andThen(OcdsFields::refersToItsParties))))
                                    .andThen(OcdsFields::holdsItsOwnInOrder))));

    private OcdsFields() {}

    /** The package itself, when it is one. */
    static JsonNode requireReleasePackage(JsonNode found) {
        RELEASE_PACKAGE.accept(found);
        return found;
    }

    static JsonNode requireRecordPackage(JsonNode found) {
        RECORD_PACKAGE.accept(found);
        return found;
    }

    /** A record holds releases of its own process alone, oldest first, no two of one moment. */
    private static void holdsItsOwnInOrder(JsonNode record) {
        OffsetDateTime before = OffsetDateTime.MIN;
        for (JsonNode release : record.path("releases")) {
            assertThat(release.path("ocid")).isEqualTo(record.path("ocid"));
            OffsetDateTime date = OffsetDateTime.parse(release.path("date").asText());
            assertThat(date).isAfter(before);
            before = date;
        }
    }

    /** Whoever is referred to stands among the parties, by the same id and name. */
    private static void refersToItsParties(JsonNode release) {
        Map<String, String> parties = new TreeMap<>();
        release.path("parties")
                .forEach(party -> parties.put(
                        party.path("id").asText(), party.path("name").asText()));
        assertThat(release.path("id").asText()).doesNotContain("#");
        for (String role : Set.of("buyer", "procuringEntity", "tenderers", "suppliers", "payer", "payee")) {
            release.findValues(role).forEach(found -> (found.isArray() ? found : java.util.List.of(found))
                    .forEach(reference -> assertThat(parties)
                            .containsEntry(
                                    reference.path("id").asText(),
                                    reference.path("name").asText())));
        }
    }

    private static Consumer<JsonNode> object(String required, Map<String, Consumer<JsonNode>> fields) {
        return node -> {
            assertThat(node.isObject()).isTrue();
            for (String name : required.split(", ")) {
                assertThat(name.isEmpty() || node.has(name))
                        .as("%s in %s", name, node)
                        .isTrue();
            }
            node.properties().forEach(field -> {
                assertThat(fields).as("fields of OCDS 1.1").containsKey(field.getKey());
                fields.get(field.getKey()).accept(field.getValue());
            });
        };
    }

    private static Consumer<JsonNode> each(Consumer<JsonNode> item) {
        return node -> {
            assertThat(node.isArray()).isTrue();
            node.forEach(item);
        };
    }

    /** At least one, and none twice. */
    private static Consumer<JsonNode> some(Consumer<JsonNode> item) {
        return each(item).andThen(node -> assertThat(node).isNotEmpty().doesNotHaveDuplicates());
    }

    private static Consumer<JsonNode> oneOf(String... codes) {
        return node -> assertThat(codes).contains(node.asText());
    }
}
