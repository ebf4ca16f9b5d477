package cn.shequ.funding.purchase;

import java.util.List;

/**
 * An OCDS 1.1 package around releases, or around records of them.
 */
final class OcdsPackage {

    private OcdsPackage() {}

    record Publisher(String name) {}

    record OfReleases(String uri, String version, String publishedDate, Publisher publisher, List<Object> releases) {}

    record OfRecords(String uri, String version, String publishedDate, Publisher publisher, List<Record> records) {}

    record Record(String ocid, List<Object> releases) {}
}
