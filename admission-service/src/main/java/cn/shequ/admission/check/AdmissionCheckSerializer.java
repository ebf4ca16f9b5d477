package cn.shequ.admission.check;

import cn.shequ.admission.placement.AmountDue;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Writes an answer as it would be written by its components, in a third less time (docs/performance.md). */
@Singleton
class AdmissionCheckSerializer extends StdSerializer<AdmissionCheck> implements ObjectMapperCustomizer {

    private static final SerializableString PERMITTED = new SerializedString("permitted");
    private static final SerializableString DEPARTMENT = new SerializedString("department");
    private static final SerializableString COMMUNITY = new SerializedString("community");
    private static final SerializableString MATTER = new SerializedString("matter");
    private static final SerializableString ON = new SerializedString("on");
    private static final SerializableString REASONS = new SerializedString("reasons");
    private static final SerializableString CODE = new SerializedString("code");
    private static final SerializableString ARTICLES = new SerializedString("articles");
    private static final SerializableString MESSAGE = new SerializedString("message");
    private static final SerializableString AMOUNTS_DUE = new SerializedString("amountsDue");
    private static final SerializableString FUNDING_YEAR = new SerializedString("fundingYear");
    private static final SerializableString AMOUNT_DUE = new SerializedString("amountDue");
    private static final SerializableString PAY_BY = new SerializedString("payBy");
    private static final SerializableString PLACEMENTS = new SerializedString("placements");
    private static final SerializableString PLACEMENT = new SerializedString("placement");
    private static final SerializableString APPLICATION = new SerializedString("application");
    private static final SerializableString DEPARTMENT_NAME = new SerializedString("departmentName");
    private static final SerializableString TITLE = new SerializedString("title");
    private static final SerializableString CONTENT = new SerializedString("content");
    private static final SerializableString OBJECTS = new SerializedString("objects");
    private static final SerializableString AUTHORITY = new SerializedString("authority");
    private static final SerializableString VALID_FROM = new SerializedString("validFrom");
    private static final SerializableString VALID_TO = new SerializedString("validTo");
    private static final SerializableString FUNDED_THROUGH = new SerializedString("fundedThrough");
    private static final SerializableString FUNDING_RULE = new SerializedString("fundingRule");
    private static final SerializableString EXITED_ON = new SerializedString("exitedOn");

    AdmissionCheckSerializer() {
        super(AdmissionCheck.class);
    }

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.registerModule(new SimpleModule(getClass().getSimpleName()).addSerializer(this));
    }

    @Override
    public void serialize(AdmissionCheck check, JsonGenerator json, SerializerProvider provider) throws IOException {
        json.writeStartObject(check);
        json.writeFieldName(PERMITTED);
        json.writeBoolean(check.permitted());
        write(json, DEPARTMENT, check.department().value());
        write(json, COMMUNITY, check.community().value());
        write(json, MATTER, check.matter());
        write(json, ON, check.on().toString());
        json.writeFieldName(REASONS);
        json.writeStartArray();
        for (AdmissionCheck.Reason reason : check.reasons()) {
            write(reason, json);
        }
        json.writeEndArray();
        json.writeFieldName(PLACEMENTS);
        json.writeStartArray();
        for (AdmittedTask task : check.placements()) {
            write(task, json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(AdmissionCheck.Reason reason, JsonGenerator json) throws IOException {
        json.writeStartObject(reason);
        write(json, CODE, reason.code().name());
        json.writeFieldName(ARTICLES);
        json.writeStartArray();
        for (int article : reason.articles()) {
            json.writeNumber(article);
        }
        json.writeEndArray();
        write(json, MESSAGE, reason.message());
        if (!reason.amountsDue().isEmpty()) {
            json.writeFieldName(AMOUNTS_DUE);
            json.writeStartArray();
            for (AmountDue due : reason.amountsDue()) {
                write(due, json);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void write(AmountDue due, JsonGenerator json) throws IOException {
        json.writeStartObject(due);
        write(json, PLACEMENT, due.placement().toString());
        json.writeFieldName(FUNDING_YEAR);
        json.writeNumber(due.fundingYear());
        write(json, AMOUNT_DUE, due.amountDue().toString());
        write(json, PAY_BY, due.payBy().toString());
        json.writeEndObject();
    }

    private static void write(AdmittedTask task, JsonGenerator json) throws IOException {
        json.writeStartObject(task);
        write(json, PLACEMENT, task.placement().toString());
        write(json, APPLICATION, task.application().toString());
        write(json, DEPARTMENT, task.department().value());
        write(json, DEPARTMENT_NAME, task.departmentName());
        write(json, MATTER, task.matter());
        write(json, TITLE, task.title());
        write(json, CONTENT, task.content());
        write(json, OBJECTS, task.objects());
        write(json, AUTHORITY, task.authority());
        write(json, VALID_FROM, task.validFrom().toString());
        write(json, VALID_TO, task.validTo().toString());
        writeIfThere(json, FUNDED_THROUGH, task.fundedThrough());
        writeIfThere(json, FUNDING_RULE, task.fundingRule());
        writeIfThere(json, EXITED_ON, task.exitedOn());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, SerializableString name, String text) throws IOException {
        json.writeFieldName(name);
        json.writeString(text);
    }

    private static void writeIfThere(JsonGenerator json, SerializableString name, @Nullable Object value)
            throws IOException {
        if (value != null) {
            write(json, name, value.toString());
        }
    }
}
