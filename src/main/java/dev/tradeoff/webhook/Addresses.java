package dev.tradeoff.webhook;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Which network addresses belong to the public: those that no registry of special-purpose addresses (IANA, RFC 6890) names. An
 * address that carries another one is as public as that.
 */
final class Addresses {

    private static final List<Network> SPECIAL = List.of(
            Network.of("0.0.0.0", 8),
            Network.of("10.0.0.0", 8),
            Network.of("100.64.0.0", 10),
            Network.of("127.0.0.0", 8),
            Network.of("169.254.0.0", 16),
            Network.of("172.16.0.0", 12),
            Network.of("192.0.0.0", 24),
            Network.of("192.0.2.0", 24),
            Network.of("192.31.196.0", 24),
            Network.of("192.52.193.0", 24),
            Network.of("192.88.99.0", 24),
            Network.of("192.168.0.0", 16),
            Network.of("192.175.48.0", 24),
            Network.of("198.18.0.0", 15),
            Network.of("198.51.100.0", 24),
            Network.of("203.0.113.0", 24),
            Network.of("224.0.0.0", 3), // multicast, reserved, broadcast
            Network.of("2001::", 23),
            Network.of("2001:db8::", 32),
            Network.of("2620:4f:8000::", 48),
            Network.of("3fff::", 20));

    /** All of IPv6 that is given out to be reached. */
    private static final Network GLOBAL = Network.of("2000::", 3);

    private static final Network TRANSLATED = Network.of("64:ff9b::", 96);
    private static final Network SIX_TO_FOUR = Network.of("2002::", 16);
    private static final int IPV4 = 4;

    private Addresses() {}

    static boolean isPublic(InetAddress address) {
        return switch (address) {
            case Inet4Address four -> SPECIAL.stream().noneMatch(network -> network.has(four));
            case Inet6Address six when TRANSLATED.has(six) -> isPublic(carried(six, 12));
            case Inet6Address six when SIX_TO_FOUR.has(six) -> isPublic(carried(six, 2));
            case Inet6Address six -> GLOBAL.has(six) && SPECIAL.stream().noneMatch(network -> network.has(six));
            default -> false;
        };
    }

    private static InetAddress carried(Inet6Address address, int at) {
        return literal(Arrays.copyOfRange(address.getAddress(), at, at + IPV4));
    }

    private static InetAddress literal(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four or sixteen bytes are an address", e);
        }
    }

    /** Addresses that begin alike. */
    private record Network(byte[] start, int bits) {

        static Network of(String start, int bits) {
            try {
                return new Network(InetAddress.getByName(start).getAddress(), bits);
            } catch (UnknownHostException e) {
                throw new IllegalStateException("a literal is not looked up", e);
            }
        }

        boolean has(InetAddress address) {
            var bytes = address.getAddress();
            if (bytes.length != start.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % Byte.SIZE;
                if ((bytes[bit / Byte.SIZE] & mask) != (start[bit / Byte.SIZE] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
