package cn.shequ.admission.approvalform;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Prints one form at a time: typefaces are not made for several threads. They are read for the first print and kept for the
 * next ones as long as there is memory for them.
 */
@ApplicationScoped
class FormPrinter {

    private @Nullable SoftReference<Typefaces> kept;

    synchronized byte[] print(FormSheet sheet, VerificationCode code, ZonedDateTime printedAt) {
        try {
            return FormPages.print(sheet, code, printedAt, typefaces());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Typefaces typefaces() throws IOException {
        Typefaces known = kept == null ? null : kept.get();
        if (known == null) {
            known = Typefaces.read();
            kept = new SoftReference<>(known);
        }
        return known;
    }
}
