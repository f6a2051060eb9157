package io.journeystats.http;

import com.google.common.net.InetAddresses;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** The network that is taken for one client where clients are known by their addresses only. */
public final class ClientNetwork {
  /** The bytes that an IPv6 client's addresses mostly have in common: those of its network. */
  private static final int BYTES = 8;

  private ClientNetwork() {}

  /** The network of an address: the address itself, or what of an IPv6 address names it. */
  public static String of(String address) {
    if (!InetAddresses.isInetAddress(address)) {
      return address;
    }
    InetAddress parsed = InetAddresses.forString(address);
    return parsed instanceof Inet6Address
        ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), BYTES))
        : address;
  }
}
