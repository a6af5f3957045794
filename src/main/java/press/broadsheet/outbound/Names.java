package press.broadsheet.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Where the addresses of a host come from. */
@FunctionalInterface
public interface Names {
    /** The machine's own resolver; it waits as long as that is set to wait. */
    Names OF_THIS_MACHINE = InetAddress::getAllByName;

    /**
     * All addresses of a host name or of an address literal, at least one.
     *
     * @throws UnknownHostException if there is none
     */
    InetAddress[] of(String host) throws UnknownHostException;
}
