package io.journeystats.webhook;

import io.journeystats.event.EventIntake;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What became of the reports of a request; what was rejected, and why, is listed with the other
 * rejected events of the tenant.
 *
 * @param accepted how many are valid, whether known before or not
 * @param ignoredErased how many of these are not stored, as they are from before their users were
 *     erased
 * @param ignoredExpired how many of the others are not stored, as they are older than what is kept
 * @param rejected how many are about messages of ours, but break a rule of events
 * @param ignored how many are about messages of others, or of a kind that no metric knows
 */
@Schema(name = "WebhookReceipt")
public record Receipt(
    int accepted,
    int ignoredErased,
    @Schema(description = EventIntake.IGNORED_EXPIRED) int ignoredExpired,
    int rejected,
    int ignored) {}
