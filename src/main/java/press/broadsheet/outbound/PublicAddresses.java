package press.broadsheet.outbound;

import static io.netty.handler.ipfilter.IpFilterRuleType.REJECT;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import io.netty.handler.ipfilter.IpSubnetFilterRule;

/**
 * Which addresses anybody may reach. After IANA's registries of special-purpose addresses (RFC 6890; read in November 2026):
 * of IPv4 everything but what is listed, of IPv6 only global unicast (2000::/3) without what is listed. An IPv6 address that
 * carries an IPv4 one is judged by that.
 */
final class PublicAddresses {
    private static final List<IpSubnetFilterRule> SPECIAL_V4 = rules(
            "0.0.0.0/8", // this network
            "10.0.0.0/8", // private
            "100.64.0.0/10", // behind a carrier's NAT
            "127.0.0.0/8", // loopback
            "168.63.129.16/32", // public by number, but the host of a virtual machine in Azure
            "169.254.0.0/16", // link-local, cloud metadata
            "172.16.0.0/12", // private
            "192.0.0.0/24", // protocol assignments
            "192.0.2.0/24", // documentation
            "192.88.99.0/24", // relays of 6to4
            "192.168.0.0/16", // private
            "198.18.0.0/15", // benchmarking
            "198.51.100.0/24", // documentation
            "203.0.113.0/24", // documentation
            "224.0.0.0/4", // multicast
            "240.0.0.0/4"); // reserved, broadcast

    private static final List<IpSubnetFilterRule> SPECIAL_V6 = rules(
            "2001::/23", // protocol assignments: Teredo, benchmarking, ORCHID
            "2001:db8::/32", // documentation
            "2002::/16", // 6to4, given up by RFC 7526
            "3fff::/20"); // documentation

    private static final List<IpSubnetFilterRule> GLOBAL_V6 = rules("2000::/3");

    /** The last four bytes are an IPv4 address: NAT64 (RFC 6052), by which networks without IPv4 reach all of it. */
    private static final List<IpSubnetFilterRule> TRANSLATED = rules("64:ff9b::/96");

    private PublicAddresses() {}

    static boolean contain(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return !matches(SPECIAL_V4, address);
        }
        return matches(TRANSLATED, address)
                ? contain(lastFourBytes(address))
                : matches(GLOBAL_V6, address) && !matches(SPECIAL_V6, address);
    }

    private static boolean matches(List<IpSubnetFilterRule> rules, InetAddress address) {
        InetSocketAddress anyPort = new InetSocketAddress(address, 0);
        return rules.stream().anyMatch(rule -> rule.matches(anyPort));
    }

    private static InetAddress lastFourBytes(InetAddress address) {
        byte[] bytes = address.getAddress();
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, bytes.length - 4, bytes.length));
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("Four bytes are an address.", impossible);
        }
    }

    private static List<IpSubnetFilterRule> rules(String... subnets) {
        return Stream.of(subnets)
                .map(subnet -> subnet.split("/"))
                .map(parts -> new IpSubnetFilterRule(parts[0], Integer.parseInt(parts[1]), REJECT))
                .toList();
    }
}
