package io.journeystats.export;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;

/** The filters of an export, as answers show them. */
@Schema(name = "ExportAboutFilters")
record FiltersView(
    Optional<String> status,
    Optional<String> category,
    Optional<String> type,
    Optional<String> q,
    Optional<String> search) {

  static FiltersView of(ExportFilters filters) {
    return new FiltersView(
        Optional.ofNullable(filters.status()),
        Optional.ofNullable(filters.category()),
        Optional.ofNullable(filters.type()),
        Optional.ofNullable(filters.q()),
        Optional.ofNullable(filters.search()));
  }
}
