package cn.shequ.kit.probe;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.document.Attachment;
import cn.shequ.kit.document.DocumentAccess;
import cn.shequ.kit.document.Documents;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.Jurisdiction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Attaches documents to probes; who serves the probe's territory sees them. */
@Path("/v1/probe-documents")
@RunOnVirtualThread
public class ProbeDocumentResource implements DocumentAccess {

    private final Documents documents;
    private final Jurisdiction jurisdiction;

    ProbeDocumentResource(Documents documents, Jurisdiction jurisdiction) {
        this.documents = documents;
        this.jurisdiction = jurisdiction;
    }

    @Override
    public boolean maySee(Attachment attachment) {
        return jurisdiction.covers(attachment.division());
    }

    @POST
    @RolesAllowed(Roles.FINANCE_OFFICER)
    @Transactional
    public Set<String> attach(
            @QueryParam("division") DivisionCode division, @QueryParam("digest") List<String> digests) {
        UUID probe = UUID.randomUUID();
        return documents.attach(
                division,
                digests.stream()
                        .map(digest -> new Attachment("PROBE", probe, division, digest))
                        .toList(),
                "document.voucher-kept");
    }
}
