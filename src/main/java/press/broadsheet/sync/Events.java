package press.broadsheet.sync;

import java.io.UncheckedIOException;
import java.time.Duration;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What is sent to one listener, after the HTML standard, 9.2: each event says where the client goes on if it loses touch. */
record Events(Sse sse, ObjectMapper json, Bookmarks bookmarks, ChangeFilter filter) {
    private static final Duration RETRY = Duration.ofSeconds(2);

    /** No event to the client's code: where it stands, and how soon to come back. */
    OutboundSseEvent greeting(long position) {
        return sse.newEventBuilder()
                .comment(" changes from here on")
                .id(bookmarks.write(position, filter))
                .reconnectDelay(RETRY.toMillis())
                .build();
    }

    OutboundSseEvent of(ToldChange change) {
        String place = bookmarks.write(change.number(), filter);
        return sse.newEventBuilder()
                .id(place)
                .name("change")
                .data(String.class, written(ChangeRepresentation.of(change, place)))
                .build();
    }

    /** No event to the client's code either. */
    OutboundSseEvent keepAlive(long position) {
        return sse.newEventBuilder()
                .comment("")
                .id(bookmarks.write(position, filter))
                .build();
    }

    private String written(ChangeRepresentation change) {
        try {
            return json.writeValueAsString(change);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
