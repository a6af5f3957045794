package press.broadsheet.viewing;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import press.broadsheet.content.Reference;

/**
 * Decides which views count. It asks nobody and waits for nothing, so an event loop may call it: what a reference means is known
 * of the articles that were counted lately, and looked up for the others when views are written.
 */
@ApplicationScoped
class ViewCounting {
    /** Some 20 MB. */
    private static final int KNOWN_ARTICLES = 100_000;

    private final Cache<String, UUID> known =
            Caffeine.newBuilder().maximumSize(KNOWN_ARTICLES).build();
    private final Visitors visitors;
    private final ViewBuffer buffer;
    private final Map<Outcome, Counter> outcomes = new EnumMap<>(Outcome.class);

    ViewCounting(Visitors visitors, ViewBuffer buffer, MeterRegistry metrics) {
        this.visitors = visitors;
        this.buffer = buffer;
        for (Outcome outcome : Outcome.values()) {
            outcomes.put(
                    outcome,
                    metrics.counter(
                            "broadsheet.views", "outcome", outcome.name().toLowerCase(Locale.ROOT)));
        }
    }

    /** What became of a view; in the metric {@code broadsheet_views_total}. */
    enum Outcome {
        /** It waits to be written; those of what turns out to be no article are counted as {@link #UNKNOWN} as well. */
        TAKEN,
        /** The same visitor was there before. */
        REPEATED,
        BOT,
        /** No article is called so. */
        UNKNOWN,
        /** The buffer is full, because the database has been away for long or because too much is made up. */
        OVERFLOW
    }

    void count(Reference reference, String address, String userAgent) {
        note(outcome(reference, address, userAgent), 1);
    }

    private Outcome outcome(Reference reference, String address, String userAgent) {
        if (KnownBots.include(userAgent)) {
            return Outcome.BOT;
        }
        if (!reference.isPossible()) {
            return Outcome.UNKNOWN;
        }
        String key = reference.key();
        UUID article = known.getIfPresent(key);
        if (article == null && !buffer.hasRoomFor(key)) {
            // Asked first, or what is made up would push real visitors out of memory.
            return Outcome.OVERFLOW;
        }
        // Who came before the article was known is remembered under what it was called then.
        String name = article == null ? key : article.toString();
        if ((!name.equals(key) && visitors.wasOn(key, address, userAgent))
                || !visitors.isFirst(name, address, userAgent)) {
            return Outcome.REPEATED;
        }
        return buffer.add(article, key) ? Outcome.TAKEN : Outcome.OVERFLOW;
    }

    /** What references turned out to mean, and how many views were of nothing. */
    void learn(Map<String, UUID> found, int unknown) {
        known.putAll(found);
        note(Outcome.UNKNOWN, unknown);
    }

    private void note(Outcome outcome, int views) {
        outcomes.get(outcome).increment(views);
    }
}
