package io.journeystats.exactness;

import static io.journeystats.exactness.Problems.invalid;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Journeys that cannot be. */
class WrongDefinitionsIT extends BadInput {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          id                               | /id                             | "not-a-uuid"
          title                            | /title                          | 5
          title                            | /title                          | null
          type                             | /type                           | "other"
          colour                           | /colour                         | "red"
          steps                            | /steps                          | {}
          steps[1].channel                 | /steps/1/channel                | "fax"
          steps[1].channel                 | /steps/1/channel                | null
          steps[0].channel                 | /steps/0/channel                | "email"
          steps[1].kind                    | /steps/1/kind                   | "dance"
          steps[1].id                      | /steps/1/id                     | 5
          steps[1].id                      | /steps/1/id                     | "start"
          steps[1].colour                  | /steps/1/colour                 | "red"
          goals[0].conversion_period_days  | /goals/0/conversion_period_days | 0
          goals[0].conversion_period_days  | /goals/0/conversion_period_days | 366
          goals[0].conversion_period_days  | /goals/0/conversion_period_days | "30"
          goals[0].conversion_period_days  | /goals/0/conversion_period_days | 1.5
          goals[0].event_name              | /goals/0/event_name             | 5
          goals[0].filters[0].op           | /goals/0/filters/0/op           | "like"
          goals[0].filters[0].value        | /goals/0/filters/0/value        | {}
          goals[0].filters[0].property     | /goals/0/filters/0/property     | null
          """)
  void wrongDefinitionsAreNamed(String field, String pointer, String value) {
    ObjectNode definition = definition(UUID.randomUUID().toString());
    int slash = pointer.lastIndexOf('/');
    ObjectNode parent = (ObjectNode) definition.at(pointer.substring(0, slash));
    parent.set(pointer.substring(slash + 1), Json.read(value));
    invalid(admin.post("journeys", definition), field);
  }
}
