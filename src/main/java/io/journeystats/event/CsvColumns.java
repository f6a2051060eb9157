package io.journeystats.event;

import io.journeystats.http.FieldError;
import io.journeystats.http.InvalidInputException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The columns of a CSV file of events.
 *
 * @param fields the event field of each column, in column order
 */
record CsvColumns(List<RawEventField> fields) {
  /** The fields that events of every type have. */
  private static final Set<RawEventField> REQUIRED =
      EnumSet.of(
          RawEventField.EVENT_ID, RawEventField.TYPE, RawEventField.TIME, RawEventField.USER_ID);

  /** Further errors would add no information. */
  private static final int MAXIMUM_ERRORS = 25;

  CsvColumns {
    fields = List.copyOf(fields);
  }

  /**
   * Returns the columns that a header names.
   *
   * @throws InvalidInputException if a name is unknown or repeated, or a required field is missing
   */
  static CsvColumns of(List<String> header) {
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
                "must name every column, but column %d of %d has no name; is there an extra comma?"
                    .formatted(column, header.size())));
      } else if (field == null) {
        errors.add(new FieldError(TextChecks.printable(name), "is not a field of an event"));
      } else if (fields.contains(field)) {
        errors.add(new FieldError(name, "must name only one column"));
      } else {
        fields.add(field);
        missing.remove(field);
      }
    }
    missing.forEach(field -> errors.add(new FieldError(field.key(), "is missing from the header")));
    if (!errors.isEmpty()) {
      throw new InvalidInputException(errors.subList(0, Math.min(errors.size(), MAXIMUM_ERRORS)));
    }
    return new CsvColumns(fields);
  }

  /** The header line, to show a record of the file with. */
  String header() {
    return fields.stream().map(RawEventField::key).collect(Collectors.joining(",", "", "\r\n"));
  }
}
