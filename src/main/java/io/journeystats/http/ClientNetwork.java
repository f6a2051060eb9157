package io.journeystats.http;

import com.google.common.net.InetAddresses;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The network that counts as one client where clients are identified only by address: an IPv4
 * address or an IPv6 /64.
 */
public final class ClientNetwork {
  /** The length of an IPv6 network prefix in bytes. */
  private static final int PREFIX_BYTES = 8;

  private ClientNetwork() {}

  /** Returns the network of an address in the usual notation. */
  public static String name(String address) {
    if (!InetAddresses.isInetAddress(address)
        || !(InetAddresses.forString(address) instanceof Inet6Address parsed)) {
      return address;
    }
    byte[] network =
        Arrays.copyOf(Arrays.copyOf(parsed.getAddress(), PREFIX_BYTES), 2 * PREFIX_BYTES);
    try {
      return InetAddresses.toAddrString(InetAddress.getByAddress(network)) + "/" + 8 * PREFIX_BYTES;
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException("address of the wrong length", impossible);
    }
  }

  /**
   * Returns a key for the network of an address: an IPv4 address itself, the /64 prefix of an IPv6
   * address in hexadecimal.
   */
  public static String of(String address) {
    if (!InetAddresses.isInetAddress(address)) {
      return address;
    }
    InetAddress parsed = InetAddresses.forString(address);
    return parsed instanceof Inet6Address
        ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), PREFIX_BYTES))
        : address;
  }
}
