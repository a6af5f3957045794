package press.broadsheet.caching;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import press.broadsheet.problem.ProblemException;
import press.broadsheet.problem.ProblemType;

/** News in memory; counts how often it is loaded, and can be held between loading and answering. */
@Path("/probe/caching")
@PermitAll
public class NewsProbe {
    static final Instant MODIFIED = Instant.parse("2026-03-01T08:15:30.987Z");
    static final Map<String, String> NEWS = new ConcurrentHashMap<>();
    static final AtomicInteger LOADS = new AtomicInteger();

    /** Opened by a test: a load of the news of this name waits for it before it is answered. */
    static final Map<String, Hold> HOLDS = new ConcurrentHashMap<>();

    /** Names of which no news can be loaded at the moment. */
    static final Set<String> FAILING = ConcurrentHashMap.newKeySet();

    record Hold(CountDownLatch loaded, CountDownLatch release) {
        Hold() {
            this(new CountDownLatch(1), new CountDownLatch(1));
        }
    }

    public record News(String name, String text) implements Keyed {
        @Override
        public Stream<String> keys() {
            return Stream.of("list-" + name, "news-" + name, "list-" + name);
        }

        @Override
        public Instant lastModified() {
            return MODIFIED;
        }
    }

    public record Query(
            @RestQuery @DefaultValue("20") String limit,
            @RestQuery String section,
            @RestQuery List<String> tag,
            @RestQuery String fields) {}

    @GET
    @Path("news/{name}")
    @Operation(hidden = true)
    public News news(@RestPath String name, @BeanParam Query query) throws InterruptedException {
        News loaded = load(name);
        if (FAILING.contains(name)) {
            throw ProblemException.of(ProblemType.UNAVAILABLE, "No news today.");
        }
        return loaded;
    }

    @GET
    @Path("counters/{name}")
    @Fresh(seconds = 4)
    @Operation(hidden = true)
    public News counters(@RestPath String name) throws InterruptedException {
        return load(name);
    }

    private static News load(String name) throws InterruptedException {
        LOADS.incrementAndGet();
        News loaded = new News(name, NEWS.getOrDefault(name, "no news"));
        Hold hold = HOLDS.get(name);
        if (hold != null) {
            hold.loaded().countDown();
            hold.release().await();
        }
        return loaded;
    }

    @GET
    @Path("drafts/{name}")
    @RolesAllowed("editor")
    @Operation(hidden = true)
    public News draft(@RestPath String name) {
        LOADS.incrementAndGet();
        return new News(name, "a draft");
    }

    /** What is no more, told with what it was. */
    @GET
    @Path("gone/{name}")
    @Operation(hidden = true)
    public RestResponse<News> gone(@RestPath String name) {
        LOADS.incrementAndGet();
        return RestResponse.status(RestResponse.Status.GONE, new News(name, "was here"));
    }

    /** Says something to this client alone. */
    @GET
    @Path("cookies/{name}")
    @Operation(hidden = true)
    public RestResponse<News> cookie(@RestPath String name) {
        return RestResponse.ResponseBuilder.ok(new News(name, "hello"))
                .header("Set-Cookie", "visitor=" + LOADS.incrementAndGet())
                .build();
    }

    @GET
    @Path("unkeyed")
    @Operation(hidden = true)
    public Map<String, String> unkeyed() {
        return Map.of("what", "changes without notice");
    }

    @POST
    @Path("news/{name}")
    @Operation(hidden = true)
    public News post(@RestPath String name) {
        return new News(name, "just written");
    }
}
