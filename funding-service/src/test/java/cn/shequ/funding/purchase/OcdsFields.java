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
 * The fields of OCDS 1.1 that this service uses, with their types, closed codelists and what is required, as the standard's
 * reference documents them. The published JSON Schema is not part of any package that this build reaches; this list
 * refuses every field that it does not name, so it allows less than the schema does.
 */
final class OcdsFields {

    private static final Consumer<JsonNode> TEXT =
            node -> assertThat(node.isTextual() && !node.asText().isEmpty())
                    .as("a text: %s", node)
                    .isTrue();
    private static final Consumer<JsonNode> MOMENT = node -> OffsetDateTime.parse(node.asText());
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
                    "type", TEXT,
                    "dueDate", MOMENT,
                    "dateMet", MOMENT,
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
                    "implementation", object("", Map.of("transactions", each(TRANSACTION)))));
    private static final Consumer<JsonNode> AWARD = object(
            "id",
            Map.of(
                    "id", TEXT,
                    "status", oneOf("pending", "active", "cancelled", "unsuccessful"),
                    "date", MOMENT,
                    "value", VALUE,
                    "suppliers", each(REFERENCE)));
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
                    Map.entry("items", each(ITEM)),
                    Map.entry("value", VALUE),
                    Map.entry("procurementMethod", oneOf("open", "selective", "limited", "direct")),
                    Map.entry("mainProcurementCategory", oneOf("goods", "works", "services")),
                    Map.entry("awardCriteria", TEXT),
                    Map.entry("awardCriteriaDetails", TEXT),
                    Map.entry("submissionMethod", each(TEXT)),
                    Map.entry("tenderPeriod", PERIOD),
                    Map.entry("numberOfTenderers", COUNT),
                    Map.entry("tenderers", each(REFERENCE))));
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
                            each(oneOf(
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
                    Map.entry("parties", each(PARTY)),
                    Map.entry("buyer", REFERENCE),
                    Map.entry(
                            "planning", object("", Map.of("budget", object("", Map.of("id", TEXT, "amount", VALUE))))),
                    Map.entry("tender", TENDER),
                    Map.entry("awards", each(AWARD)),
                    Map.entry("contracts", each(CONTRACT)),
                    Map.entry(
                            "relatedProcesses",
                            each(object(
                                    "",
                                    Map.of(
                                            "id",
                                            TEXT,
                                            "relationship",
                                            each(TEXT),
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
                    "releases", each(RELEASE.andThen(OcdsFields::refersToItsParties))));

    private OcdsFields() {}

    /** The package itself, when it is one. */
    static JsonNode requireReleasePackage(JsonNode found) {
        RELEASE_PACKAGE.accept(found);
        return found;
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

    private static Consumer<JsonNode> oneOf(String... codes) {
        return node -> assertThat(codes).contains(node.asText());
    }
}
