package press.broadsheet.caching;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;

import press.broadsheet.conditional.Coding;
import press.broadsheet.conditional.Validator;
import press.broadsheet.problem.HttpDate;

/** The headers by which browsers and proxies keep a public answer, on a 200 and on a 304 alike (RFC 9110, 15.4.5). */
@Singleton
public class CacheHeaders {
    /** For everything that has no validator. */
    public static final String NO_STORE = "private, no-store";

    /**
     * How long a list of keys may be. Varnish takes lines of 8 KiB by default, Fastly and Cloudflare 16 KiB; it goes out
     * twice. What is cut off is finer than what stays.
     */
    private static final int LONGEST_KEYS = 4000;

    private final CachingConfig config;
    private final Horizon horizon;
    private final Clock clock;

    CacheHeaders(CachingConfig config, Horizon horizon, Clock clock) {
        this.config = config;
        this.horizon = horizon;
        this.clock = clock;
    }

    /** Those that are the same whenever an answer is sent. */
    static Map<String, String> lasting(Validator validator) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        headers.put("Surrogate-Key", joined(validator.keys(), " "));
        headers.put("Cache-Tag", joined(validator.keys(), ","));
        return headers;
    }

    /** All of them, at this moment. */
    Map<String, String> of(KeptAnswer answer, Coding coding) {
        Instant now = clock.instant();
        Map<String, String> headers = new LinkedHashMap<>(answer.lasting());
        headers.put(HttpHeaders.ETAG, answer.validator().entityTag(coding));
        headers.put(HttpHeaders.LAST_MODIFIED, lastModified(answer, now));
        headers.put(HttpHeaders.CACHE_CONTROL, cacheControl(answer.load(), now));
        answer.age(now).ifPresent(age -> headers.put("Age", Long.toString(age.toSeconds())));
        return headers;
    }

    /**
     * Fresh for a while, but not beyond the horizon, neither the one of its load nor the one that is known now; nor may it be
     * served stale beyond it while a cache asks again. Only if this server does not answer at all is an old answer better
     * than none.
     */
    private String cacheControl(Load load, Instant now) {
        Instant next = horizon.nextTransition().orElse(Instant.MAX);
        long untilHorizon = seconds(now, next.isBefore(load.horizon()) ? next : load.horizon());
        long usual = load.policy().fresh().orElse(config.maxAge()).toSeconds();
        long maxAge = Math.min(usual, untilHorizon);
        long stale = Math.min(config.staleWhileRevalidate().toSeconds(), untilHorizon - maxAge);
        return "public, max-age=" + maxAge + ", stale-while-revalidate=" + stale + ", stale-if-error="
                + config.staleIfError().toSeconds();
    }

    /** Never in the future (RFC 9110, 8.8.2.1). */
    private static String lastModified(KeptAnswer answer, Instant now) {
        return answer.validator().lastModified().isAfter(now) ? HttpDate.of(now) : answer.lastModified();
    }

    private static long seconds(Instant now, Instant horizon) {
        return horizon.equals(Instant.MAX)
                ? Long.MAX_VALUE
                : Math.max(0, Duration.between(now, horizon).toSeconds());
    }

    private static String joined(List<String> keys, String separator) {
        StringJoiner joined = new StringJoiner(separator);
        for (String key : keys) {
            if (joined.length() + key.length() < LONGEST_KEYS) {
                joined.add(key);
            }
        }
        return joined.toString();
    }
}
