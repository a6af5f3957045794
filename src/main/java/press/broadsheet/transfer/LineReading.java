package press.broadsheet.transfer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import press.broadsheet.content.SafeText;
import press.broadsheet.content.Slug;
import press.broadsheet.editing.ArticleDraft;
import press.broadsheet.json.JsonReading;
import press.broadsheet.likeness.Text;
import press.broadsheet.problem.ConstraintFaults;
import press.broadsheet.problem.ProblemException;
import press.broadsheet.problem.ProblemType;
import press.broadsheet.problem.Violation;
import press.broadsheet.transfer.RawLines.RawLine;

/**
 * Makes of the bytes of lines what they say, checked as far as that is possible without the database. That, cleaning texts
 * above all, is the largest part of what an import computes, so all cores share it, while the batch before is being written.
 */
@ApplicationScoped
class LineReading {
    private static final int AT_ONCE = 50;

    private final JsonReading json;
    private final JsonFactory syntax;
    private final Validator validator;
    private final ConstraintFaults constraints;
    private final ExecutorService workers =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), LineReading::thread);

    LineReading(JsonReading json, ObjectMapper mapper, Validator validator, ConstraintFaults constraints) {
        this.json = json;
        this.syntax = mapper.getFactory();
        this.validator = validator;
        this.constraints = constraints;
    }

    /**
     * A line that was read.
     *
     * @param line null if it was refused
     * @param slug the one that an article will have unless it is taken; null for anything else
     * @param body the text of an article, clean; null if it has none
     * @param text by which an article's near-duplicates are found; null for anything else
     * @param refusal null unless it was refused
     */
    record Read(long number, Line line, String slug, SafeText body, Text text, ProblemException refusal) {
        static Read of(long number, Line line) {
            if (!(line instanceof Line.OfArticle article)) {
                return new Read(number, line, null, null, null, null);
            }
            ArticleDraft draft = article.draft();
            String slug = draft.slug() == null ? Slug.of(draft.title()).orElse(null) : draft.slug();
            SafeText body = draft.body() == null ? null : draft.body().cleaned();
            Text text = Text.of(draft.title(), draft.summary(), body == null ? null : body.text());
            return new Read(number, line, slug, body, text, null);
        }
    }

    /** Begins to read lines; they are ready when all parts are. */
    List<Future<List<Read>>> begin(List<RawLine> lines) {
        List<Future<List<Read>>> parts = new ArrayList<>();
        for (int from = 0; from < lines.size(); from += AT_ONCE) {
            List<RawLine> part = lines.subList(from, Math.min(lines.size(), from + AT_ONCE));
            parts.add(workers.submit(() -> part.stream().map(this::read).toList()));
        }
        return parts;
    }

    /** Waits for what {@link #begin} has begun. */
    static List<Read> end(List<Future<List<Read>>> parts) {
        List<Read> lines = new ArrayList<>();
        try {
            for (Future<List<Read>> part : parts) {
                lines.addAll(part.get());
            }
            return lines;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the server is stopping", stopping);
        } catch (ExecutionException fault) {
            throw new IllegalStateException("a line could not be read", fault.getCause());
        }
    }

    private Read read(RawLine raw) {
        try {
            if (raw.bytes() == null) {
                throw ProblemException.of(
                        ProblemType.BODY_TOO_LARGE, "A line may have %d bytes.".formatted(RawLines.LONGEST));
            }
            Line line = (Line) json.read(raw.bytes(), type(raw.bytes()));
            Set<ConstraintViolation<Line>> broken = validator.validate(line);
            if (!broken.isEmpty()) {
                throw constraints.problem(new ConstraintViolationException(broken));
            }
            return Read.of(raw.number(), line);
        } catch (ProblemException refusal) {
            return new Read(raw.number(), null, null, null, null, refusal);
        } catch (IOException impossible) {
            throw new UncheckedIOException("what is read stands in memory", impossible);
        }
    }

    /** What {@code type} says, which may stand anywhere in the object. Of what is not JSON the reader complains. */
    private Class<? extends Line> type(byte[] line) throws IOException {
        try (JsonParser parser = syntax.createParser(line)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                    if (name.equals("type")) {
                        return type(parser.nextTextValue());
                    }
                    parser.nextToken();
                    parser.skipChildren();
                }
            }
            return type((String) null);
        } catch (JsonProcessingException notJson) {
            return Line.OfSite.class;
        }
    }

    private static Class<? extends Line> type(String name) {
        Class<? extends Line> type = name == null ? null : Line.TYPES.get(name);
        if (type == null) {
            String known =
                    String.join(", ", Line.TYPES.keySet().stream().sorted().toList());
            throw ProblemException.of(
                    ProblemType.INVALID_CONTENT,
                    List.of(Violation.inBody("/type", "unknown", "must be one of: " + known)));
        }
        return type;
    }

    void stop(@Observes ShutdownEvent stopping) {
        workers.shutdown();
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "import-reading");
        thread.setDaemon(true);
        return thread;
    }
}
