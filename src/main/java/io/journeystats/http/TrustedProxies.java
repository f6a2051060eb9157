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
 * The proxies whose {@code X-Forwarded-*} headers are trusted. From any other address these headers
 * are ignored, since clients can forge them.
 */
public final class TrustedProxies {
  /** No trusted proxies. */
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
   * Creates the proxies of a configuration.
   *
   * @param networks addresses and networks such as {@code 10.0.0.0/8}, separated by commas; null
   *     for none
   * @param publicUrl the public URL of the service; if it starts with {@code https}, every request
   *     counts as encrypted; null if unknown
   * @throws IllegalArgumentException if a network is invalid
   */
  public static TrustedProxies of(@Nullable String networks, @Nullable String publicUrl) {
    return new TrustedProxies(
        LIST.splitToStream(networks == null ? "" : networks).map(Network::of).toList(),
        publicUrl != null && publicUrl.startsWith("https://"));
  }

  /** Returns whether an address belongs to a trusted proxy. */
  public boolean isTrusted(InetAddress address) {
    return networks.stream().anyMatch(network -> network.contains(address));
  }

  /**
   * Returns the client's address: the last one in {@code X-Forwarded-For} that is not a trusted
   * proxy, if a trusted proxy sent the request.
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

  /**
   * Returns whether a request reached the service, or the proxy before it, over an encrypted
   * connection.
   */
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
        throw new IllegalArgumentException(text + " is not a network");
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
