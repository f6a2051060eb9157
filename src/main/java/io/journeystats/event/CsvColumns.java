package io.journeystats.event;

import io.journeystats.http.FieldError;
import io.journeystats.http.InvalidInputException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The columns of a CSV text: the fields that its cells hold.
 *
 * @param fields in the order of the columns
 */
record CsvColumns(List<RawEventField> fields) {
  /** What every event has, of whatever type. */
  private static final Set<RawEventField> REQUIRED =
      EnumSet.of(
          RawEventField.EVENT_ID, RawEventField.TYPE, RawEventField.TIME, RawEventField.USER_ID);

  /** More say nothing new. */
  private static final int MAXIMUM_ERRORS = 25;

  CsvColumns {
    fields = List.copyOf(fields);
  }

  /**
   * Finds the fields that a header names.
   *
   * @throws InvalidInputException where one is unknown or given twice, or one is missing that every
   *     event has
   */
  static CsvColumns named(List<String> header) {
    List<RawEventField> fields = new ArrayList<>();
    Set<RawEventField> missing = EnumSet.copyOf(REQUIRED);
    List<FieldError> errors = new ArrayList<>();
    for (int column = 1; column <= header.size(); column++) {
      String name = header.get(column - 1);
      RawEventField field = RawEventField.find(name);
      if (name.isBlank()) {
        errors.add(
            new FieldError(
                "header",
                "must name every column, but column %d of %d has no name; is there a comma too many?"
                    .formatted(column, header.size())));
      } else if (field == null) {
        errors.add(new FieldError(TextChecks.printable(name), "is not a field of an event"));
      } else if (fields.contains(field)) {
        errors.add(new FieldError(name, "must be the name of one column only"));
      } else {
        fields.add(field);
        missing.remove(field);
      }
    }
    missing.forEach(field -> errors.add(new FieldError(field.key(), "is missing in the header")));
    if (!errors.isEmpty()) {
      throw new InvalidInputException(errors.subList(0, Math.min(errors.size(), MAXIMUM_ERRORS)));
    }
    return new CsvColumns(fields);
  }

  /** The header, as it is told where a record is shown without its file. */
  String header() {
    return fields.stream().map(RawEventField::key).collect(Collectors.joining(",", "", "\r\n"));
  }
}
