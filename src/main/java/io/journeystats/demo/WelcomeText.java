package io.journeystats.demo;

import java.net.URI;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What the newcomer is told once there is something to see. */
final class WelcomeText {
  private WelcomeText() {}

  static String of(URI service, Story story, DemoNote note, String keys) {
    DemoJourney example = story.journeys().get(1);
    String api = service + "/api/v1";
    String end =
        DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm '('VV')'", Locale.ROOT)
            .format(note.now().atZone(ShopCalendar.ZONE));
    return String.format(
        Locale.ROOT,
        """

        Journey Stats is running, with a demo shop of %d journeys and %,d events up to %s.

          Dashboard  %s
          Key        %s, to sign in with; it may read

        Ask how the journey "%s" performed in the last 30 days:

          curl -H "Authorization: Bearer %s" \\
            "%s/journeys/%s/stats/performance?period=30d"

        The API is at %s, and described at %s/docs. A key that may change things is %s.
        Ctrl-C ends the service; the next start finds everything as it is now.
        """,
        story.journeys().size(),
        note.events(),
        end,
        service,
        note.read().key(),
        example.title(),
        note.read().key(),
        api,
        example.id(),
        api,
        api,
        keys);
  }
}
