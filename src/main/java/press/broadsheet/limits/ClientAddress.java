package press.broadsheet.limits;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where a request comes from. What it says about that itself counts only if Quarkus is told to believe proxies
 * ({@code quarkus.http.proxy.proxy-address-forwarding}) and the connection comes from one of {@code trusted-proxies}, of which those
 * count that are addresses or networks. Then it is the last hop that is none of them: whatever stands before it may have been sent
 * by the client. Quarkus itself takes the first one, by which nobody can be limited.
 */
@ApplicationScoped
public class ClientAddress {
    private static final Pattern FORWARDED_FOR = Pattern.compile("(?i)(?:^|;)\\s*for=\"?([^;\"]+)");
    private static final Pattern WITH_PORT = Pattern.compile("\\[([^]]+)](?::\\d+)?|([^:]+):\\d+");
    private static final int NETWORK = 8;

    private final boolean forwarding;
    private final boolean standardHeader;
    private final List<IpSubnetFilterRule> proxies;

    ClientAddress(
            @ConfigProperty(name = "quarkus.http.proxy.proxy-address-forwarding", defaultValue = "false")
                    boolean forwarding,
            @ConfigProperty(name = "quarkus.http.proxy.allow-forwarded", defaultValue = "false") boolean standardHeader,
            @ConfigProperty(name = "quarkus.http.proxy.trusted-proxies") Optional<List<String>> proxies) {
        this.forwarding = forwarding;
        this.standardHeader = standardHeader;
        this.proxies = proxies.orElse(List.of()).stream()
                .flatMap(proxy -> rule(withoutPort(proxy)).stream())
                .toList();
    }

    /** An IPv4 address, or the first 64 bits of an IPv6 address: one customer has all that begin alike to choose from. */
    public String of(HttpServerRequest request) {
        Stream<String> hops = standardHeader
                ? elements(request, "Forwarded").map(ClientAddress::forwardedFor)
                : elements(request, "X-Forwarded-For");
        return of(request.connection().remoteAddress().hostAddress(), hops.toList());
    }

    /** @param hops what the request says, from the client on; that which it came from last is not among them */
    String of(String peer, List<String> hops) {
        InetAddress nearest = address(peer);
        if (!forwarding || !isProxy(nearest)) {
            return network(nearest);
        }
        for (int index = hops.size() - 1; index >= 0 && isProxy(nearest); index--) {
            InetAddress before = address(withoutPort(hops.get(index)));
            if (before == null) {
                break;
            }
            nearest = before;
        }
        return network(nearest);
    }

    private static Stream<String> elements(HttpServerRequest request, String header) {
        return request.headers().getAll(header).stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip);
    }

    private static String forwardedFor(String element) {
        Matcher matcher = FORWARDED_FOR.matcher(element);
        return matcher.find() ? matcher.group(1) : "";
    }

    private boolean isProxy(InetAddress address) {
        InetSocketAddress socket = new InetSocketAddress(address, 0);
        return proxies.stream().anyMatch(proxy -> proxy.matches(socket));
    }

    private static Optional<IpSubnetFilterRule> rule(String proxy) {
        int slash = proxy.indexOf('/');
        InetAddress address = address(slash < 0 ? proxy : proxy.substring(0, slash));
        if (address == null) {
            return Optional.empty();
        }
        int bits = slash < 0 ? address.getAddress().length * Byte.SIZE : Integer.parseInt(proxy.substring(slash + 1));
        return Optional.of(new IpSubnetFilterRule(address, bits, IpFilterRuleType.ACCEPT));
    }

    private static String withoutPort(String hop) {
        Matcher matcher = WITH_PORT.matcher(hop);
        if (!matcher.matches()) {
            return hop;
        }
        return matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    }

    /** Null for what is no address; names are not looked up. */
    private static InetAddress address(String text) {
        return NetUtil.createInetAddressFromIpAddressString(text);
    }

    private static String network(InetAddress address) {
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(address.getAddress(), 0, NETWORK)
                : address.getHostAddress();
    }
}
