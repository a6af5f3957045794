package press.broadsheet.json;

import java.io.IOException;
import java.util.Collection;
import java.util.List;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.module.SimpleModule;
import press.broadsheet.problem.JsonFaults;
import press.broadsheet.problem.Violation;
import press.broadsheet.problem.Violations;

/**
 * Makes a reader that notes what does not fit, puts nothing in its place, and goes on, so that one answer names everything.
 * What was bound with faults is never used. Unknown names are noted here, and values that do not fit by {@link FaultNoting}.
 */
final class JsonBinding extends DeserializationProblemHandler {
    private static final String FAULTS = JsonBinding.class.getName();
    private static final String PLACE = FAULTS + ".place";

    private JsonBinding() {}

    /** A reader in the dialect of a mapper, to be used {@link #into} the faults of one body. */
    static ObjectReader reader(ObjectMapper json) {
        // A copy, since whoever reads for itself wants to be told of the first fault.
        return json.copy()
                .registerModule(new SimpleModule("faults").setDeserializerModifier(new FaultNoting.Everywhere()))
                .reader()
                .withHandler(new JsonBinding());
    }

    /** The reader, noting what it finds in {@code faults}. */
    static ObjectReader into(Violations faults, ObjectReader reader) {
        return reader.withAttribute(FAULTS, faults);
    }

    @Override
    public boolean handleUnknownProperty(
            DeserializationContext context,
            JsonParser parser,
            JsonDeserializer<?> deserializer,
            Object bean,
            String name)
            throws IOException {
        Collection<Object> known = deserializer == null ? null : deserializer.getKnownPropertyNames();
        List<String> names =
                known == null ? List.of() : known.stream().map(String::valueOf).toList();
        String pointer = place(context).pathAsPointer().appendProperty(name).toString();
        note(context, JsonFaults.unknownField(pointer, name, names));
        parser.skipChildren();
        return true;
    }

    /** One fault for each place: what follows from a value that was left out is none of its own. */
    static void note(DeserializationContext context, Violation fault) {
        Violations faults = (Violations) context.getAttribute(FAULTS);
        if (faults.all().stream().noneMatch(known -> known.pointer().equals(fault.pointer()))) {
            faults.add(fault);
        }
    }

    /** Where the object that is being read stands. Told here, as unknown names of records come late and from a parser of their own. */
    static void place(DeserializationContext context, JsonStreamContext around) {
        context.setAttribute(PLACE, around);
    }

    static JsonStreamContext place(DeserializationContext context) {
        return (JsonStreamContext) context.getAttribute(PLACE);
    }
}
