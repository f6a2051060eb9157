package io.journeystats.http;

import com.google.common.net.InetAddresses;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** The network that is taken for one client where clients are known by their addresses only. */
public final class ClientNetwork {
  /** A client with an IPv6 address mostly has all of a network of so many bytes. */
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
