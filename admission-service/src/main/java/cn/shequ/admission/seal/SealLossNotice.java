package cn.shequ.admission.seal;

import cn.shequ.kit.division.DivisionCode;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The public notice that a committee's seal is missing: nothing that was sealed with it later is the committee's.
 *
 * @param replaceableFrom when the notice has run
 * @param replaced whether the committee has another seal by now
 */
@Schema(examples = """
                {"seal":"019a9c5e-0000-7000-8000-000000000091","community":"220102001001","lostOn":"2026-03-02",\
                "replaceableFrom":"2026-03-13","replaced":false}""")
public record SealLossNotice(
        UUID seal, DivisionCode community, LocalDate lostOn, LocalDate replaceableFrom, boolean replaced) {}
