package cn.shequ.kit.document;

import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;

/** For a service that says nothing: who did not upload a document does not see it. */
@DefaultBean
@Singleton
class UploadersOnly implements DocumentAccess {

    @Override
    public boolean maySee(Attachment attachment) {
        return false;
    }
}
