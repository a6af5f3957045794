package press.broadsheet.writing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.ext.Providers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Applies a {@link MergePatch} to a draft: what comes of it is read and checked like a body that says all of it. */
@ApplicationScoped
public class Patching {
    private static final Annotation[] NONE = {};

    private final ObjectMapper json;
    private final Providers providers;
    private final Validator validator;

    Patching(ObjectMapper json, Providers providers, Validator validator) {
        this.json = json;
        this.providers = providers;
        this.validator = validator;
    }

    /**
     * The draft after the change.
     *
     * @param present what the client would send to leave everything as it is
     * @throws press.broadsheet.problem.ProblemException 422 with every field that does not fit
     * @throws ConstraintViolationException if a field breaks a rule; answered the same way
     */
    public <T> T apply(T present, Class<T> type, MergePatch patch) {
        T draft = read(json.valueToTree(present), type, patch);
        Set<ConstraintViolation<T>> broken = validator.validate(draft);
        if (!broken.isEmpty()) {
            throw new ConstraintViolationException(broken);
        }
        return draft;
    }

    private <T> T read(JsonNode present, Class<T> type, MergePatch patch) {
        try {
            byte[] document = json.writeValueAsBytes(patch.applyTo(present));
            return providers
                    .getMessageBodyReader(type, type, NONE, MediaType.APPLICATION_JSON_TYPE)
                    .readFrom(
                            type,
                            type,
                            NONE,
                            MediaType.APPLICATION_JSON_TYPE,
                            new MultivaluedHashMap<>(),
                            new ByteArrayInputStream(document));
        } catch (IOException impossible) {
            throw new UncheckedIOException("what is read stands in memory", impossible);
        }
    }
}
