package cn.shequ.admission.task;

import cn.shequ.kit.document.Attachment;
import cn.shequ.kit.document.DocumentAccess;
import cn.shequ.kit.security.Callers;
import cn.shequ.kit.security.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Whoever may see an application may see its documents. */
@ApplicationScoped
class AttachmentAccess implements DocumentAccess {

    private static final Set<String> READERS = Set.of(
            Roles.DEPARTMENT_OFFICER,
            Roles.LEADING_GROUP_OFFICE,
            Roles.LEADING_GROUP_MEMBER,
            Roles.PRINCIPAL_LEADER,
            Roles.CIVIL_AFFAIRS_OFFICER,
            Roles.FINANCE_OFFICER,
            Roles.SUBDISTRICT_OFFICER,
            Roles.COMMUNITY_OFFICER,
            Roles.AUDITOR);

    private final TaskAccess access;
    private final Callers callers;

    AttachmentAccess(TaskAccess access, Callers callers) {
        this.access = access;
        this.callers = callers;
    }

    @Override
    public boolean maySee(Attachment attachment) {
        return callers.current().roles().stream().anyMatch(READERS::contains) && access.isSeen(attachment.owner());
    }
}
