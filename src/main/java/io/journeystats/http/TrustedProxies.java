package io.journeystats.http;

import com.google.common.base.Splitter;
import com.google.common.net.InetAddresses;
import java.net.InetAddress;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpScheme;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * The proxies that are believed when they tell from where a request came, and how. Nobody else is:
 * the headers could say anything.
 */
public final class TrustedProxies {
  /** No proxy at all. */
  public static final TrustedProxies NONE = new TrustedProxies(List.of(), false);

  private static final String PROTOCOL = HttpHeader.X_FORWARDED_PROTO.asString();
  private static final Splitter LIST = Splitter.on(',').trimResults().omitEmptyStrings();

  private final List<Network> networks;
  private final boolean isPublicEncrypted;

  private TrustedProxies(List<Network> networks, boolean isPublicEncrypted) {
    this.networks = networks;
    this.isPublicEncrypted = isPublicEncrypted;
  }

  /**
   * Those of a configuration.
   *
   * @param networks addresses and networks such as {@code 10.0.0.0/8}, separated by commas
   * @param publicUrl the address of the service as browsers know it; where it begins with {@code
   *     https}, every request counts as encrypted
   * @throws IllegalArgumentException where a network is none
   */
  public static TrustedProxies of(@Nullable String networks, @Nullable String publicUrl) {
    return new TrustedProxies(
        LIST.splitToStream(networks == null ? "" : networks).map(Network::of).toList(),
        publicUrl != null && publicUrl.startsWith("https://"));
  }

  /** Tells whether an address is that of a proxy. */
  public boolean isTrusted(InetAddress address) {
    return networks.stream().anyMatch(network -> network.contains(address));
  }

  /**
   * The address of the client: the last in {@code X-Forwarded-For} that no trusted proxy has, where
   * a trusted proxy sent the request.
   */
  String address(Request request) {
    String address = Request.getRemoteAddr(request);
    for (String before :
        LIST.splitToList(String.join(",", request.getHeaders().getValuesList("X-Forwarded-For")))
            .reversed()) {
      if (!isTrusted(address) || !InetAddresses.isInetAddress(before)) {
        break;
      }
      address = before;
    }
    return address;
  }

  /** Tells whether a request came to the service, or to the proxy before it, encrypted. */
  boolean isEncrypted(Request request) {
    return isPublicEncrypted
        || request.isSecure()
        || (isTrusted(Request.getRemoteAddr(request))
            && HttpScheme.HTTPS.is(
                LIST.splitToStream(String.join(",", request.getHeaders().getValuesList(PROTOCOL)))
                    .reduce("", (_, last) -> last)));
  }

  private boolean isTrusted(String address) {
    return InetAddresses.isInetAddress(address) && isTrusted(InetAddresses.forString(address));
  }

  private record Network(InetAddress address, int bits) {
    static Network of(String text) {
      int slash = text.indexOf('/');
      InetAddress address = InetAddresses.forString(slash < 0 ? text : text.substring(0, slash));
      int all = address.getAddress().length * Byte.SIZE;
      int bits = slash < 0 ? all : Integer.parseInt(text.substring(slash + 1));
      if (bits < 0 || bits > all) {
        throw new IllegalArgumentException(text + " is no network");
      }
      return new Network(address, bits);
    }

    boolean contains(InetAddress other) {
      byte[] mine = address.getAddress();
      byte[] others = other.getAddress();
      if (mine.length != others.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % Byte.SIZE);
        if (((mine[bit / Byte.SIZE] ^ others[bit / Byte.SIZE]) & mask) != 0) {
          return false;
        }
      }
      return true;
    }
  }
}
