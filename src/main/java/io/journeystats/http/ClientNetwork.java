package io.journeystats.http;

import com.google.common.net.InetAddresses;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** The network that is taken for one client where clients are known by their addresses only. */
public final class ClientNetwork {
  /** The bytes that an IPv6 client's addresses mostly have in common: those of its network. */
  private static final int BYTES = 8;

  private ClientNetwork() {}

  /** The network of an address, as people write it. */
  public static String name(String address) {
    if (!InetAddresses.isInetAddress(address)
        || !(InetAddresses.forString(address) instanceof Inet6Address parsed)) {
      return address;
    }
    byte[] network = Arrays.copyOf(Arrays.copyOf(parsed.getAddress(), BYTES), 2 * BYTES);
    try {
      return InetAddresses.toAddrString(InetAddress.getByAddress(network)) + "/" + 8 * BYTES;
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException("an address of the wrong length", impossible);
    }
  }

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
