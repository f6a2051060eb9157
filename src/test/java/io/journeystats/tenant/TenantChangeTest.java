package io.journeystats.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.journeystats.http.Json;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Changes that earlier versions wrote to the log keep their meaning. */
class TenantChangeTest {
  @Test
  void aNullLimitOfAnEarlierVersionIsUnchanged() throws JsonProcessingException {
    TenantChange read =
        TenantChange.READER.readValue(
            """
            {"change": "tenant_edited", "name": null, "time_zone": null, "retention": null,
             "limits": {"journeys": 3, "definition_bytes": null, "keys": null, "revisions": null,
               "rejected_events": null, "rejected_bytes": null, "events_per_day": null, "stored_events": 7}}
            """);
    assertThat(read)
        .isEqualTo(
            new TenantChange.Edited(
                Optional.empty(),
                Optional.empty(),
                Map.of(Limit.JOURNEYS, 3L, Limit.STORED_EVENTS, 7L),
                Set.of(),
                Optional.empty()));
  }

  @Test
  void anEditWithoutLimitsChangesNone() throws JsonProcessingException {
    TenantChange read =
        TenantChange.READER.readValue(
            "{\"change\": \"tenant_edited\", \"name\": \"Shop\", \"time_zone\": null, \"limits\":"
                + " null, \"retention\": null}");
    assertThat(read)
        .isEqualTo(
            new TenantChange.Edited(
                Optional.of("Shop"), Optional.empty(), Map.of(), Set.of(), Optional.empty()));
  }

  @Test
  void readsWhatItWrites() throws JsonProcessingException {
    TenantChange edited =
        new TenantChange.Edited(
            Optional.empty(),
            Optional.empty(),
            Map.of(Limit.KEYS, 5L),
            Set.of(Limit.JOURNEYS),
            Optional.empty());
    String text = Json.mapper().writerFor(TenantChange.class).writeValueAsString(edited);
    assertThat(TenantChange.READER.<TenantChange>readValue(text)).isEqualTo(edited);
  }
}
