package press.broadsheet.problem;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.ForbiddenException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;

/** Stands for every resource: an operation of each kind, and one for each way to fail. */
@Path("/v1/probes")
@PermitAll
@Consumes(MediaType.APPLICATION_JSON)
public class ProbeResource {
    /** How often a method that changes something ran. */
    public static final AtomicInteger CHANGES = new AtomicInteger();

    public enum Kind {
        @JsonProperty("long-read")
        LONG_READ,
        @JsonProperty("brief")
        BRIEF
    }

    public record Part(@NotBlank String name, Integer weight) {}

    public record Probe(
            @NotBlank @Size(max = 20) String title,
            int count,
            Long large,
            Double ratio,
            Boolean open,
            Kind kind,
            UUID id,
            Instant at,
            List<@NotBlank String> words,
            List<@Valid Part> parts,
            @JsonProperty("section") @Size(min = 2) String department) {}

    public record Filter(
            @RestQuery @Min(1) @Max(100) Integer limit,
            @RestHeader("X-Mood") @Size(max = 4) String mood) {}

    @GET
    @Operation(hidden = true)
    public List<String> list(@BeanParam @Valid Filter filter, @RestQuery @Min(0) Integer offset, @RestQuery String q) {
        return List.of("first", "second");
    }

    @POST
    @Operation(hidden = true)
    public Probe create(@NotNull @Valid Probe probe) {
        CHANGES.incrementAndGet();
        return probe;
    }

    @GET
    @Path("{name}")
    @Operation(hidden = true)
    public Probe get(@Size(max = 30) String name) {
        return switch (name) {
            case "missing" -> throw ProblemException.noSuch("probe", name);
            case "gone" -> throw ProblemException.gone("probe", name);
            default ->
                new Probe(name, 1, null, null, null, Kind.BRIEF, null, Instant.EPOCH, List.of(), List.of(), null);
        };
    }

    @PUT
    @Path("{name}")
    @Operation(hidden = true)
    public JsonNode put(String name, JsonNode anything) {
        return anything;
    }

    @PATCH
    @Path("{name}")
    @Consumes("application/merge-patch+json")
    @Operation(hidden = true)
    public JsonNode patch(String name, JsonNode patch) {
        return patch;
    }

    @DELETE
    @Path("{name}")
    @Operation(hidden = true)
    public void delete(String name) {
        CHANGES.incrementAndGet();
    }

    @GET
    @Path("{name}/page")
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Response page(String name) {
        return Response.ok("<p>A page</p>")
                .header("Content-Security-Policy", "default-src 'self'")
                .build();
    }

    @GET
    @Path("{name}/long")
    @Operation(hidden = true)
    public List<String> longAnswer(String name) {
        return List.of("word ".repeat(2000));
    }

    @POST
    @Path("{name}/count")
    @Operation(hidden = true)
    public void count(String name) {
        CHANGES.incrementAndGet();
    }

    @GET
    @Path("{name}/secret")
    @RolesAllowed("editor")
    @Operation(hidden = true)
    public String secret(String name) {
        return "secret";
    }

    @GET
    @Path("fail/{how}")
    @Operation(hidden = true)
    public String fail(String how) {
        throw switch (how) {
            case "bug" -> new IllegalStateException("select secret from press.broadsheet.Vault");
            case "lock" -> new IllegalStateException(new OptimisticLockException("Row was updated: Article#7"));
            case "pool" -> new IllegalStateException(new SQLException("Acquisition timeout", new TimeoutException()));
            case "stale" ->
                ProblemException.of(ProblemType.VERSION_MISMATCH, "It is at version 3.")
                        .with("ETag", "\"3\"");
            case "forbidden" -> new ForbiddenException("role editor of press.broadsheet");
            default ->
                new IllegalStateException(
                        "could not execute [insert into article]",
                        new SQLException("ERROR: relation \"article\" of org.postgresql", how));
        };
    }
}
