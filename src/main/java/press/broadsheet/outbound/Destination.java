package press.broadsheet.outbound;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import io.netty.util.NetUtil;

/**
 * An address to send to, {@code https://hooks.example/in?from=courier}. What can be said of it without asking for the host's
 * addresses is said here; those are checked when it is connected to.
 */
public final class Destination {
    private static final Set<Integer> PORTS = Set.of(80, 443);
    private static final int HIGHEST_PORT = 65_535;
    private static final Pattern NUMBER_LAST = Pattern.compile("(.*\\.)?[0-9][^.\\]]*\\.?");

    private final URI uri;

    private Destination(URI uri) {
        this.uri = uri;
    }

    /**
     * Reads an address that was accepted.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Destination of(String url) {
        return new Destination(URI.create(url));
    }

    /**
     * What is wrong with an address, as the end of a sentence that begins with it; empty if nothing is.
     *
     * @param anywhere whether it may be any port, without TLS, and any address: for tests and for receivers beside this server
     */
    public static Optional<String> fault(String url, boolean anywhere) {
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException malformed) {
            return Optional.of("must be an address (RFC 3986), such as https://hooks.example/in");
        }
        return shape(uri).or(() -> anywhere ? Optional.empty() : reach(uri));
    }

    private static Optional<String> shape(URI uri) {
        if (!"https".equals(uri.getScheme()) && !"http".equals(uri.getScheme())) {
            return Optional.of("must begin with https://");
        }
        if (uri.getHost() == null || uri.getHost().contains("%") || isOddlySpelt(uri.getHost())) {
            return Optional.of("must name a host: a domain name in ASCII, or an address in its usual form");
        }
        if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            return Optional.of("must have no user, password or fragment in it");
        }
        return uri.getPort() == 0 || uri.getPort() > HIGHEST_PORT
                ? Optional.of("must have a port from 1 to 65535, or none")
                : Optional.empty();
    }

    /** No domain's last label begins with a digit, so this is meant for an IPv4 address: 127.1, 0x7f000001, 2130706433. */
    private static boolean isOddlySpelt(String host) {
        return NUMBER_LAST.matcher(host).matches() && !NetUtil.isValidIpV4Address(host);
    }

    private static Optional<String> reach(URI uri) {
        Destination destination = new Destination(uri);
        if (!destination.isSecure()) {
            return Optional.of("must begin with https://");
        }
        if (!PORTS.contains(destination.port())) {
            return Optional.of("must leave out the port, or name 443 or 80");
        }
        return destination
                        .literal()
                        .filter(address -> !PublicAddresses.contain(address))
                        .isPresent()
                ? Optional.of("must not be a private or special address")
                : Optional.empty();
    }

    /** Its host, if that is an address and no name. */
    private Optional<InetAddress> literal() {
        String literal = host();
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(literal);
        try {
            return bytes == null ? Optional.empty() : Optional.of(InetAddress.getByAddress(bytes));
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("%s is an address.".formatted(literal), impossible);
        }
    }

    boolean isSecure() {
        return "https".equals(uri.getScheme());
    }

    /** As a resolver takes it: an IPv6 address without its brackets. */
    String host() {
        return uri.getHost().replaceAll("[\\[\\]]", "");
    }

    int port() {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return isSecure() ? 443 : 80;
    }

    /** Path and query, as the first line of a request has them. */
    String target() {
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }
}
