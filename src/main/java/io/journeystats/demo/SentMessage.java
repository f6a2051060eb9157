package io.journeystats.demo;

import com.google.common.hash.Hashing;
import io.journeystats.event.EventType;
import io.journeystats.journey.Channel;
import io.journeystats.journey.Step;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One send of a message to one device or address; the rates are those of ordinary shops.
 *
 * @param step the message step
 * @param device the device; empty where it goes to an address
 * @param appeal how appealing it is, 1 being the average
 * @param incidents what goes wrong
 * @param diary takes the events
 * @param dice decides
 */
record SentMessage(
    Step step,
    String device,
    double appeal,
    List<Incident> incidents,
    EventRecorder diary,
    SeededRandom dice) {
  private static final Duration SECONDS = Duration.ofSeconds(4);
  private static final String SHOP = "https://shop.example/";

  /** Most click on what the message is about, some on the footer, and some sends name no link. */
  private static final List<String> PLACES = List.of("", "", "", "", "/offer", "/offer", "/terms");

  private static final List<String> PROGRAMS =
      List.of(
          "Mozilla/5.0 (iPhone; CPU iPhone OS 18_4 like Mac OS X)",
          "Mozilla/5.0 (Linux; Android 15)",
          "Mozilla/5.0 (Windows NT 10.0; Win64; x64)");

  /** What looks at the links of mails before their readers do. */
  private static final String SCANNER = "LinkScanner/2.1";

  /** One mail of so many is scanned. */
  private static final int SCANNED = 150;

  /** Sends it and lets the recipient react. */
  MessageSender.Outcome deliver(Instant time) {
    return switch (step.channel().orElseThrow()) {
      case PUSH -> push(time);
      case IN_APP -> inApp(time);
      case EMAIL -> email(time);
      case SMS -> sms(time);
      case WHATSAPP -> whatsapp(time);
    };
  }

  private MessageSender.Outcome push(Instant time) {
    Optional<String> failure =
        failure(
            time, 0.022, List.of("invalid_push_token", "invalid_push_token", "app_uninstalled"));
    if (failure.isPresent()) {
      return MessageSender.Outcome.failed(failure.get());
    }
    note(EventType.MESSAGE_SENT, time);
    if (dice.hits(0.91)) {
      note(EventType.MESSAGE_DELIVERED, arrival(time, SECONDS));
    }
    if (!dice.hits(0.058 * appeal)) {
      return MessageSender.Outcome.NONE;
    }
    Instant opened = later(time, Duration.ofMinutes(50));
    note(EventType.MESSAGE_OPENED, opened);
    return dice.hits(0.6) ? click(opened) : MessageSender.Outcome.reacted(opened);
  }

  /** Waits for the next visit to the app, which may never come. */
  private MessageSender.Outcome inApp(Instant time) {
    if (dice.hits(0.3)) {
      return MessageSender.Outcome.NONE;
    }
    Instant shown = later(time, Duration.ofHours(9));
    note(EventType.MESSAGE_SHOWN, shown);
    Instant decided = later(shown, Duration.ofSeconds(12));
    if (dice.hits(0.15 * appeal)) {
      note(EventType.MESSAGE_INTERACTED, decided);
      return dice.hits(0.7) ? click(decided) : MessageSender.Outcome.reacted(decided);
    }
    if (dice.hits(0.6)) {
      note(EventType.MESSAGE_DISMISSED, decided);
    }
    return MessageSender.Outcome.NONE;
  }

  private MessageSender.Outcome email(Instant time) {
    Optional<String> failure = ordinaryFailure(time, 0.006, List.of("invalid_address"));
    if (failure.isPresent()) {
      return MessageSender.Outcome.failed(failure.get());
    }
    note(EventType.MESSAGE_SENT, time);
    Instant arrived = arrival(time, Duration.ofSeconds(30));
    double deferred =
        incident(time).flatMap(Incident::failure).map(Incident.Failure::share).orElse(0.007);
    if (dice.hits(deferred)) {
      note(EventType.MESSAGE_SOFT_BOUNCED, arrived);
      return MessageSender.Outcome.NONE;
    }
    if (dice.hits(0.003)) {
      note(EventType.MESSAGE_HARD_BOUNCED, arrived);
      return MessageSender.Outcome.NONE;
    }
    note(EventType.MESSAGE_DELIVERED, arrived);
    if (Math.floorMod(hash(), SCANNED) == 0) {
      message(EventType.MESSAGE_CLICKED, arrived.plusSeconds(1))
          .link(SHOP + step.id())
          .by(true, SCANNER)
          .write();
    }
    return dice.hits(0.31 * appeal) ? readEmail(arrived) : MessageSender.Outcome.NONE;
  }

  private MessageSender.Outcome readEmail(Instant arrived) {
    Instant opened = later(arrived, Duration.ofHours(6));
    note(EventType.MESSAGE_OPENED, opened);
    if (dice.hits(0.22)) {
      note(EventType.MESSAGE_OPENED, later(opened, Duration.ofHours(20)));
    }
    if (dice.hits(0.006)) {
      note(EventType.MESSAGE_UNSUBSCRIBED, later(opened, Duration.ofMinutes(1)));
    } else if (dice.hits(0.001)) {
      note(EventType.MESSAGE_COMPLAINED, later(opened, Duration.ofMinutes(1)));
    }
    return dice.hits(0.115) ? click(opened) : MessageSender.Outcome.NONE;
  }

  private MessageSender.Outcome sms(Instant time) {
    Optional<String> failure = failure(time, 0.012, List.of("invalid_number", "gateway_blocked"));
    if (failure.isPresent()) {
      return MessageSender.Outcome.failed(failure.get());
    }
    note(EventType.MESSAGE_SENT, time);
    if (!dice.hits(0.985)) {
      return MessageSender.Outcome.NONE;
    }
    Instant arrived = arrival(time, SECONDS);
    note(EventType.MESSAGE_DELIVERED, arrived);
    return dice.hits(0.07 * appeal)
        ? click(later(arrived, Duration.ofMinutes(40)))
        : MessageSender.Outcome.NONE;
  }

  private MessageSender.Outcome whatsapp(Instant time) {
    Optional<String> failure = failure(time, 0.018, List.of("no_whatsapp_account"));
    if (failure.isPresent()) {
      return MessageSender.Outcome.failed(failure.get());
    }
    note(EventType.MESSAGE_SENT, time);
    Instant arrived = arrival(time, SECONDS);
    boolean reads = dice.hits(0.7 * appeal);
    // WhatsApp sometimes reports a read without a delivery.
    if (reads ? dice.hits(0.96) : dice.hits(0.91)) {
      note(EventType.MESSAGE_DELIVERED, arrived);
    }
    if (!reads) {
      return MessageSender.Outcome.NONE;
    }
    Instant read = later(arrived, Duration.ofHours(2));
    note(EventType.MESSAGE_READ, read);
    return dice.hits(0.13) ? click(read) : MessageSender.Outcome.NONE;
  }

  private MessageSender.Outcome click(Instant seen) {
    Instant clicked = later(seen, Duration.ofSeconds(25));
    message(EventType.MESSAGE_CLICKED, clicked)
        .link(hash() % 11 == 0 ? "" : SHOP + step.id() + one(PLACES))
        .by(false, one(PROGRAMS))
        .write();
    return MessageSender.Outcome.reacted(clicked);
  }

  /** Chosen by the message, so that nothing else in the story is another. */
  private String one(List<String> some) {
    return some.get(Math.floorMod(hash(), some.size()));
  }

  private int hash() {
    return Hashing.murmur3_32_fixed()
        .hashString(diary.messageId(step, device), StandardCharsets.UTF_8)
        .asInt();
  }

  /** A failure that an incident or everyday life causes. */
  private Optional<String> failure(Instant time, double everyday, List<String> reasons) {
    Optional<Incident> incident = incident(time);
    Optional<Incident.Failure> failure =
        incident.flatMap(Incident::failure).filter(strike -> dice.hits(strike.share()));
    if (failure.isEmpty()) {
      return ordinaryFailure(time, everyday, reasons);
    }
    String detail = incident.orElseThrow().detail();
    message(EventType.MESSAGE_FAILED, time)
        .because(dice.one(failure.get().reasons()))
        .with(Map.of("detail", detail))
        .write();
    return Optional.of(detail);
  }

  private Optional<String> ordinaryFailure(Instant time, double chance, List<String> reasons) {
    if (!dice.hits(chance)) {
      return Optional.empty();
    }
    String reason = dice.one(reasons);
    message(EventType.MESSAGE_FAILED, time).because(reason).write();
    return Optional.of(reason);
  }

  private Optional<Incident> incident(Instant time) {
    Channel channel = step.channel().orElseThrow();
    return incidents.stream().filter(incident -> incident.strikes(channel, time)).findFirst();
  }

  /** When it is delivered, which takes longer while the provider is slow. */
  private Instant arrival(Instant sent, Duration mean) {
    return later(sent, incident(sent).flatMap(Incident::delay).orElse(mean));
  }

  private Instant later(Instant time, Duration mean) {
    return time.plus(dice.patience(mean));
  }

  private void note(EventType type, Instant time) {
    message(type, time).write();
  }

  private EventRecorder.Note message(EventType type, Instant time) {
    return diary.note(type, time).at(step).on(device).message(diary.messageId(step, device));
  }
}
