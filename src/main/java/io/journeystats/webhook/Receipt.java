package io.journeystats.webhook;

import io.journeystats.event.EventIntake;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The outcome of the reports in a request. Rejected reports are listed with the tenant's other
 * rejected events.
 *
 * @param accepted the number of valid reports, including those that were stored before
 * @param ignoredErased the number of accepted reports that are not stored because they precede the
 *     erasure of their user
 * @param ignoredExpired the number of other accepted reports that are not stored because they are
 *     older than the retention period
 * @param rejected the number of reports about journeys' messages that break a rule of events
 * @param ignored the number of reports about other messages, or of a kind that no metric uses
 */
@Schema(name = "WebhookReceipt")
public record Receipt(
    int accepted,
    int ignoredErased,
    @Schema(description = EventIntake.IGNORED_EXPIRED) int ignoredExpired,
    int rejected,
    int ignored) {}
