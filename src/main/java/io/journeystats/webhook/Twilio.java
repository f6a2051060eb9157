package io.journeystats.webhook;

import io.journeystats.event.EventType;
import io.journeystats.journey.Channel;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Twilio's status callbacks for SMS and WhatsApp. The body is a form about one message. The sender
 * sets the callback URL, which contains the ids and is signed together with the form.
 */
final class Twilio implements Provider {
  static final String NAME = "twilio";

  private static final String SIGNATURE = "X-Twilio-Signature";
  private static final String WHATSAPP = "whatsapp";

  private final Secret authToken;
  private final Set<String> addresses;

  /**
   * Creates the provider for a tenant.
   *
   * @param authToken the auth token of the Twilio account
   * @param publicUrl the URL at which Twilio reaches this service
   */
  Twilio(Secret authToken, URI publicUrl) {
    this.authToken = authToken;
    this.addresses = variants(publicUrl);
  }

  /** The URL with and without a port, because Twilio signs either form. */
  private static Set<String> variants(URI publicUrl) {
    int usual = publicUrl.getScheme().equals("https") ? 443 : 80;
    int port = publicUrl.getPort() < 0 ? usual : publicUrl.getPort();
    String host = publicUrl.getScheme() + "://" + publicUrl.getHost();
    String path = publicUrl.getRawPath().replaceFirst("/$", "");
    return Set.of(host + path, host + ":" + port + path);
  }

  @Override
  public boolean hasSigned(Delivery delivery, byte[] body) {
    byte[] claimed = delivery.header(SIGNATURE).getBytes(StandardCharsets.UTF_8);
    String signed = delivery.target() + form(body).joined();
    return addresses.stream()
        .anyMatch(address -> MessageDigest.isEqual(signature(address + signed), claimed));
  }

  private byte[] signature(String text) {
    byte[] code = authToken.sign("HmacSHA1", text.getBytes(StandardCharsets.UTF_8));
    return Base64.getEncoder().encode(code);
  }

  @Override
  public List<Report> read(Delivery delivery, byte[] body) {
    Map<String, String> callback = form(body).texts();
    String messageId = text(callback, "MessageSid");
    String status = text(callback, "MessageStatus");
    Channel channel = channel(callback);
    return List.of(
        Report.of(
            MessageIds.of(delivery.parameters(), messageId),
            outcome(status, channel, callback),
            channel,
            text(delivery.parameters(), MessageIds.TIME),
            EventIds.of(NAME, messageId, status)));
  }

  private static Channel channel(Map<String, String> callback) {
    return Stream.of("From", "To", "ChannelPrefix")
            .anyMatch(name -> text(callback, name).startsWith(WHATSAPP))
        ? Channel.WHATSAPP
        : Channel.SMS;
  }

  private static Optional<Outcome> outcome(
      String status, Channel channel, Map<String, String> callback) {
    return switch (status) {
      case "sent" -> Outcome.of(EventType.MESSAGE_SENT);
      case "delivered" -> Outcome.of(EventType.MESSAGE_DELIVERED);
      // An SMS that was sent as RCS may be read, but no metric uses that.
      case "read" ->
          EventType.MESSAGE_READ.occursIn(channel)
              ? Outcome.of(EventType.MESSAGE_READ)
              : Optional.empty();
      case "failed", "undelivered" ->
          Outcome.because(EventType.MESSAGE_FAILED, text(callback, "ErrorCode"), status);
      // In progress, such as "queued", or canceled by the sender.
      default -> Optional.empty();
    };
  }

  private static Form form(byte[] body) {
    return Form.parse(new String(body, StandardCharsets.UTF_8));
  }

  private static String text(Map<String, String> texts, String name) {
    return texts.getOrDefault(name, "");
  }
}
