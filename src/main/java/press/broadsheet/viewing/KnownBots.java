package press.broadsheet.viewing;

import java.util.regex.Pattern;

/**
 * Tells robots by the name that they give themselves. Java's libraries for this know thousands of devices, which we need not
 * tell apart, at a thousand times the price; so these are the words that nearly all robots of the public lists (Matomo's
 * device-detector, monperrus/crawler-user-agents, omrilotan/isbot) have in their names, and the well-known ones that have none.
 * Libraries for HTTP are not among them: an app counts its readers through one.
 */
final class KnownBots {
    private static final int LONGEST = 512;

    // Cubot makes telephones.
    private static final Pattern NAMES = Pattern.compile(
            "(?<!cu)bot|crawl|spider|slurp|archiver|scrap(?:er|y)|fetcher|monitor|uptime|pingdom|preview|lighthouse"
                    + "|headless|phantomjs|facebookexternalhit|meta-external|mediapartners|google-(?:read-aloud|inspection)"
                    + "|feedfetcher|whatsapp|bingpreview|yandex(?:images|media)|baiduspider|chatgpt|gptbot|claude-|perplexity"
                    + "|ia_archiver|wget|nagios|statuscake",
            Pattern.CASE_INSENSITIVE);

    private KnownBots() {}

    static boolean include(String userAgent) {
        String name = userAgent.length() > LONGEST ? userAgent.substring(0, LONGEST) : userAgent;
        return NAMES.matcher(name).find();
    }
}
